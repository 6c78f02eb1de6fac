/** What memberships cause: three consumer groups, one for each programme. */
@NullMarked
package org.nuanxin.benefits.grant.messaging;

import org.jspecify.annotations.NullMarked;
