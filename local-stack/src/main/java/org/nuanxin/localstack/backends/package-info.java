/** The real Kafka broker and the real MongoDB server that a stack on one machine runs on. */
@NullMarked
package org.nuanxin.localstack.backends;

import org.jspecify.annotations.NullMarked;
