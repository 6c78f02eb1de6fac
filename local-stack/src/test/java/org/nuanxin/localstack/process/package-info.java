/** Tests on real processes and files. */
@NullMarked
package org.nuanxin.localstack.process;

import org.jspecify.annotations.NullMarked;
