/** Sign-ins that last: refresh tokens that change at each use. */
@NullMarked
package org.nuanxin.identity.session;

import org.jspecify.annotations.NullMarked;
