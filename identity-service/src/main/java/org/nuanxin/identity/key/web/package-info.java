/** Rotating the signing keys over HTTP. */
@NullMarked
package org.nuanxin.identity.key.web;

import org.jspecify.annotations.NullMarked;
