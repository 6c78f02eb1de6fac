/**
 * The whole stack from the first port to the last process, and the line by which other commands
 * reach it.
 */
@NullMarked
package org.nuanxin.localstack.launch;

import org.jspecify.annotations.NullMarked;
