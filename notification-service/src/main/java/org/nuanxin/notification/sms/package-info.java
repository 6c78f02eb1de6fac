/** SMS for the few messages that need one: who sends it, when, and never twice. */
@NullMarked
package org.nuanxin.notification.sms;

import org.jspecify.annotations.NullMarked;
