/** The inbox over HTTP. */
@NullMarked
package org.nuanxin.notification.message.web;

import org.jspecify.annotations.NullMarked;
