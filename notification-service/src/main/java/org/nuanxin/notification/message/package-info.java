/** The inbox: which event tells whom what, once for each event and person. */
@NullMarked
package org.nuanxin.notification.message;

import org.jspecify.annotations.NullMarked;
