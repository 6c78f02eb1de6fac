/** Programmes in MongoDB, brought up to date from the seed file. */
@NullMarked
package org.nuanxin.benefits.programme.mongo;

import org.jspecify.annotations.NullMarked;
