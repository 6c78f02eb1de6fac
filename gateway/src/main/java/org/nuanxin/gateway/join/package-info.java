/** What is asked of all services at once and answered as one. */
@NullMarked
package org.nuanxin.gateway.join;

import org.jspecify.annotations.NullMarked;
