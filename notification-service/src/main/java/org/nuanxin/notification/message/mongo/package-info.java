/** The inbox in MongoDB. */
@NullMarked
package org.nuanxin.notification.message.mongo;

import org.jspecify.annotations.NullMarked;
