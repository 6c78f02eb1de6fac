/** The ring of signing keys in MongoDB, private parts encrypted. */
@NullMarked
package org.nuanxin.identity.key.mongo;

import org.jspecify.annotations.NullMarked;
