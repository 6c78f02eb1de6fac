/** Calls to a neighbour and a provider that misbehave. */
@NullMarked
package org.nuanxin.notification.sms.http;

import org.jspecify.annotations.NullMarked;
