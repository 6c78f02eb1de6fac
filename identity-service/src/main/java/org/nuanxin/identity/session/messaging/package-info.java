/** What other services tell that ends sessions. */
@NullMarked
package org.nuanxin.identity.session.messaging;

import org.jspecify.annotations.NullMarked;
