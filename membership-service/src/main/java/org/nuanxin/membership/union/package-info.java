/** The union tree of a federation and the three routes by which a worker finds a union in it. */
@NullMarked
package org.nuanxin.membership.union;

import org.jspecify.annotations.NullMarked;
