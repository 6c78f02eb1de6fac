/** A worker's timeline: each step, when it was, or by when it is expected. */
@NullMarked
package org.nuanxin.membership.timeline;

import org.jspecify.annotations.NullMarked;
