/** The messages that wait for their SMS, and the lease of who sends. */
@NullMarked
package org.nuanxin.notification.sms.mongo;

import org.jspecify.annotations.NullMarked;
