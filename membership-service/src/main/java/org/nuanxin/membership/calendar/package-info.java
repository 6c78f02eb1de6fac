/** Working days: by when an application is decided. */
@NullMarked
package org.nuanxin.membership.calendar;

import org.jspecify.annotations.NullMarked;
