/**
 * The services as processes: made ready to start fast, started side by side, watched, restarted and
 * stopped in order.
 */
@NullMarked
package org.nuanxin.localstack.supervise;

import org.jspecify.annotations.NullMarked;
