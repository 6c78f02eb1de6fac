/** The texts of all messages in every language, as data. */
@NullMarked
package org.nuanxin.notification.template;

import org.jspecify.annotations.NullMarked;
