/** How many joined, wait and were served in time, for the staff's overview. */
@NullMarked
package org.nuanxin.membership.figures;

import org.jspecify.annotations.NullMarked;
