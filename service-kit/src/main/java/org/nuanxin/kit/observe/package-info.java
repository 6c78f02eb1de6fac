/** Watching a service: trace context, structured logs, and the life of its process. */
@NullMarked
package org.nuanxin.kit.observe;

import org.jspecify.annotations.NullMarked;
