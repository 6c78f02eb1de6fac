/** What every service shares, and only that. */
@NullMarked
package org.nuanxin.kit;

import org.jspecify.annotations.NullMarked;
