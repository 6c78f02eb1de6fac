/** The commands of {@code ./run}. */
@NullMarked
package org.nuanxin.localstack.cli;

import org.jspecify.annotations.NullMarked;
