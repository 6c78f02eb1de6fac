/** Grants in MongoDB. */
@NullMarked
package org.nuanxin.benefits.grant.mongo;

import org.jspecify.annotations.NullMarked;
