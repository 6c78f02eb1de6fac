/** Timeline items of other services' events, insert-only, and the live feed of changes. */
@NullMarked
package org.nuanxin.membership.timeline.mongo;

import org.jspecify.annotations.NullMarked;
