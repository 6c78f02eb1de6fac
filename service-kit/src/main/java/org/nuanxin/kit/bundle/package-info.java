/** Several things asked for in one call (ADR 13). */
@NullMarked
package org.nuanxin.kit.bundle;

import org.jspecify.annotations.NullMarked;
