/**
 * The service's own database: durability, indexes before readiness, ids, and what a duplicate-key
 * error says.
 */
@NullMarked
package org.nuanxin.kit.mongo;

import org.jspecify.annotations.NullMarked;
