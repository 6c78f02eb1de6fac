/**
 * Records that cannot proceed: stored before their offset moves, listed, re-driven and verified.
 */
@NullMarked
package org.nuanxin.kit.deadletter;

import org.jspecify.annotations.NullMarked;
