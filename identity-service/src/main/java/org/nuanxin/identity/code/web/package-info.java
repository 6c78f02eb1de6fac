/** Asking for a one-time code over HTTP. */
@NullMarked
package org.nuanxin.identity.code.web;

import org.jspecify.annotations.NullMarked;
