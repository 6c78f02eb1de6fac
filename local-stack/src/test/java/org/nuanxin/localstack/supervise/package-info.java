/** Tests on real processes and files. */
@NullMarked
package org.nuanxin.localstack.supervise;

import org.jspecify.annotations.NullMarked;
