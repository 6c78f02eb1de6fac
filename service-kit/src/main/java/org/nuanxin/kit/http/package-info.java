/** Calls to others over HTTP. */
@NullMarked
package org.nuanxin.kit.http;

import org.jspecify.annotations.NullMarked;
