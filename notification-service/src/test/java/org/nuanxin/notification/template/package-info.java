/** How it reads. */
@NullMarked
package org.nuanxin.notification.template;

import org.jspecify.annotations.NullMarked;
