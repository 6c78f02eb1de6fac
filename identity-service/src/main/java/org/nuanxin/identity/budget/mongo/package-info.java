/** Budgets counted in MongoDB, so that they hold across instances. */
@NullMarked
package org.nuanxin.identity.budget.mongo;

import org.jspecify.annotations.NullMarked;
