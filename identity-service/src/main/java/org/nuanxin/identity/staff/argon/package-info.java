/** Passwords hashed with Argon2id. */
@NullMarked
package org.nuanxin.identity.staff.argon;

import org.jspecify.annotations.NullMarked;
