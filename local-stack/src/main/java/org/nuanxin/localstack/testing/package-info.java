/** Kafka and MongoDB for the tests of every module, chosen in one place. */
@NullMarked
package org.nuanxin.localstack.testing;

import org.jspecify.annotations.NullMarked;
