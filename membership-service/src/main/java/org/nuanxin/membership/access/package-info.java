/** Who looked at whose full record: a log that nobody can change unnoticed. */
@NullMarked
package org.nuanxin.membership.access;

import org.jspecify.annotations.NullMarked;
