/** The ring of signing keys as JSON Web Keys. */
@NullMarked
package org.nuanxin.identity.key.jose;

import org.jspecify.annotations.NullMarked;
