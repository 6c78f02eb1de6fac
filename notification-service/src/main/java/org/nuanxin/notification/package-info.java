/** Messages to people: templates, channels, inbox and live stream. */
@NullMarked
package org.nuanxin.notification;

import org.jspecify.annotations.NullMarked;
