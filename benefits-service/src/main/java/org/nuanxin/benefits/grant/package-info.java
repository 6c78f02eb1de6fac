/** One benefit of one programme for one member and period: its states, moves and use cases. */
@NullMarked
package org.nuanxin.benefits.grant;

import org.jspecify.annotations.NullMarked;
