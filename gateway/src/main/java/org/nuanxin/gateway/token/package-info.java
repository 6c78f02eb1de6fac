/** Whether a bearer token is genuine, and whose it is. */
@NullMarked
package org.nuanxin.gateway.token;

import org.jspecify.annotations.NullMarked;
