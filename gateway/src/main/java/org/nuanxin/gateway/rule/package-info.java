/** The table of paths: which service answers, and who may call. */
@NullMarked
package org.nuanxin.gateway.rule;

import org.jspecify.annotations.NullMarked;
