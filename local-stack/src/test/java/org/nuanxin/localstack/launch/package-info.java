/** A stack of real backends and tiny services. */
@NullMarked
package org.nuanxin.localstack.launch;

import org.jspecify.annotations.NullMarked;
