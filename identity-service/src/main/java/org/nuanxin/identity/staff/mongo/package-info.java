/** Accounts and failed sign-ins in MongoDB. */
@NullMarked
package org.nuanxin.identity.staff.mongo;

import org.jspecify.annotations.NullMarked;
