/** Tokens and browser sessions over HTTP. */
@NullMarked
package org.nuanxin.identity.session.web;

import org.jspecify.annotations.NullMarked;
