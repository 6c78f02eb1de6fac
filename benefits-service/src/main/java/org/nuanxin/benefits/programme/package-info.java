/** What a federation gives its members, as data: periods, validity, names. */
@NullMarked
package org.nuanxin.benefits.programme;

import org.jspecify.annotations.NullMarked;
