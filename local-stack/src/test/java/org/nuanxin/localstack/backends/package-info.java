/** Tests on real processes and files. */
@NullMarked
package org.nuanxin.localstack.backends;

import org.jspecify.annotations.NullMarked;
