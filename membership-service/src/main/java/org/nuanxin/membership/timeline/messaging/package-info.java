/** What other services' events add to a timeline. */
@NullMarked
package org.nuanxin.membership.timeline.messaging;

import org.jspecify.annotations.NullMarked;
