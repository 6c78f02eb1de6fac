/** The one public door. */
@NullMarked
package org.nuanxin.gateway;

import org.jspecify.annotations.NullMarked;
