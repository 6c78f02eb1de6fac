/**
 * Processes of the operating system: free ports, detached starts, and children that never outlive
 * their parent.
 */
@NullMarked
package org.nuanxin.localstack.process;

import org.jspecify.annotations.NullMarked;
