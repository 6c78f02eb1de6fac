/** The thread that sends SMS. */
@NullMarked
package org.nuanxin.notification.sms.worker;

import org.jspecify.annotations.NullMarked;
