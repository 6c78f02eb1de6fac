/** One-time codes: who can read the message sent to a phone is taken to be its holder. */
@NullMarked
package org.nuanxin.identity.code;

import org.jspecify.annotations.NullMarked;
