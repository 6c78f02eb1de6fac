/** The events that make messages. */
@NullMarked
package org.nuanxin.notification.message.messaging;

import org.jspecify.annotations.NullMarked;
