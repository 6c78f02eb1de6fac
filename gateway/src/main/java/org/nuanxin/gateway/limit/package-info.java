/** How much one caller, one body and one service may take. */
@NullMarked
package org.nuanxin.gateway.limit;

import org.jspecify.annotations.NullMarked;
