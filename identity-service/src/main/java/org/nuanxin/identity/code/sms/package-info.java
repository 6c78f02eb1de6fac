/** The message with the code, through the SMS provider. */
@NullMarked
package org.nuanxin.identity.code.sms;

import org.jspecify.annotations.NullMarked;
