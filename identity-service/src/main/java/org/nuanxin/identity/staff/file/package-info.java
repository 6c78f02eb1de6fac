/** The file of accounts that are added at start. */
@NullMarked
package org.nuanxin.identity.staff.file;

import org.jspecify.annotations.NullMarked;
