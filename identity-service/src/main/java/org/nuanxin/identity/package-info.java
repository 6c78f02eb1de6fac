/**
 * Who is asking: one-time codes for workers, passwords for staff, OpenID Connect tokens for all.
 */
@NullMarked
package org.nuanxin.identity;

import org.jspecify.annotations.NullMarked;
