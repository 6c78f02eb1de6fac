/** The SMS provider and the members' contacts, over HTTP. */
@NullMarked
package org.nuanxin.notification.sms.http;

import org.jspecify.annotations.NullMarked;
