/** The front ends: the workers' app at the root, the staff console below {@code /console/}. */
@NullMarked
package org.nuanxin.gateway.page;

import org.jspecify.annotations.NullMarked;
