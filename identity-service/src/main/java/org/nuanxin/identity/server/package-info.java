/** The standard OAuth 2.0 and OpenID Connect ends: discovery, key set, tokens for services. */
@NullMarked
package org.nuanxin.identity.server;

import org.jspecify.annotations.NullMarked;
