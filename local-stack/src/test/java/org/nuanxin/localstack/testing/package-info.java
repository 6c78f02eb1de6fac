/** Tests of the backends that all other tests use. */
@NullMarked
package org.nuanxin.localstack.testing;

import org.jspecify.annotations.NullMarked;
