/** What the gateway itself answers when it cannot or will not pass a call on. */
@NullMarked
package org.nuanxin.gateway.problem;

import org.jspecify.annotations.NullMarked;
