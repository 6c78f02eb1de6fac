/** New messages as they come, over server-sent events. */
@NullMarked
package org.nuanxin.notification.live;

import org.jspecify.annotations.NullMarked;
