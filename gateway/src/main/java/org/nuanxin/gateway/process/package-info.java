/** The life of this process: its launcher, its profile, its warm-up. */
@NullMarked
package org.nuanxin.gateway.process;

import org.jspecify.annotations.NullMarked;
