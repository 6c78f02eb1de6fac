/** Who sends SMS, and the books of it. */
@NullMarked
package org.nuanxin.notification.sms;

import org.jspecify.annotations.NullMarked;
