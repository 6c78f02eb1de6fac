/**
 * Who is calling: tokens of any OpenID Connect issuer verified, and each service's access rules.
 */
@NullMarked
package org.nuanxin.kit.security;

import org.jspecify.annotations.NullMarked;
