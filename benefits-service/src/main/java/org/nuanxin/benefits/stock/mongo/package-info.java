/** Stock in MongoDB: blocks of units with their holders. */
@NullMarked
package org.nuanxin.benefits.stock.mongo;

import org.jspecify.annotations.NullMarked;
