/** One command that runs the whole system on this machine. */
@NullMarked
package org.nuanxin.localstack;

import org.jspecify.annotations.NullMarked;
