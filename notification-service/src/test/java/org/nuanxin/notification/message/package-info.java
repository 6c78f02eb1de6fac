/** What is told to whom. */
@NullMarked
package org.nuanxin.notification.message;

import org.jspecify.annotations.NullMarked;
