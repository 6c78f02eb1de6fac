/** The keys that sign tokens, and their rotation. */
@NullMarked
package org.nuanxin.identity.key;

import org.jspecify.annotations.NullMarked;
