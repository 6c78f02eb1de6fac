/** Sessions in MongoDB, one document per sign-in. */
@NullMarked
package org.nuanxin.identity.session.mongo;

import org.jspecify.annotations.NullMarked;
