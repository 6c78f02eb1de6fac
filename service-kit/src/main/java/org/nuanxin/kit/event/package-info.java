/** Events frozen for good, and their way onto Kafka with CloudEvents headers. */
@NullMarked
package org.nuanxin.kit.event;

import org.jspecify.annotations.NullMarked;
