/** Unions, applications, review and the membership life cycle. */
@NullMarked
package org.nuanxin.membership;

import org.jspecify.annotations.NullMarked;
