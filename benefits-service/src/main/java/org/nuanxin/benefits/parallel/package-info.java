/** Doing a bounded number of things at once. */
@NullMarked
package org.nuanxin.benefits.parallel;

import org.jspecify.annotations.NullMarked;
