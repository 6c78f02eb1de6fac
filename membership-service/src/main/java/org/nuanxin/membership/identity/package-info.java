/** Who somebody is, sealed with the kit's keys. */
@NullMarked
package org.nuanxin.membership.identity;

import org.jspecify.annotations.NullMarked;
