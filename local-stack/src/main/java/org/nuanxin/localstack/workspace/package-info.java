/**
 * What a stack keeps in the working tree: its folders, its secrets and accounts, and the file that
 * tells others where it is.
 */
@NullMarked
package org.nuanxin.localstack.workspace;

import org.jspecify.annotations.NullMarked;
