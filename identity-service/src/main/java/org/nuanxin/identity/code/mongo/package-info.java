/** Phones and their codes in MongoDB, one document per phone. */
@NullMarked
package org.nuanxin.identity.code.mongo;

import org.jspecify.annotations.NullMarked;
