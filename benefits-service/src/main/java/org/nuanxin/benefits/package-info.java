/** Programmes, grants, stock and providers. */
@NullMarked
package org.nuanxin.benefits;

import org.jspecify.annotations.NullMarked;
