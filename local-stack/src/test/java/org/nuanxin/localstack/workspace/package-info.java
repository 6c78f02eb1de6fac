/** Tests on real processes and files. */
@NullMarked
package org.nuanxin.localstack.workspace;

import org.jspecify.annotations.NullMarked;
