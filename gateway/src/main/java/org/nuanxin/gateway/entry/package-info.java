/** The one filter every call passes before anything else happens. */
@NullMarked
package org.nuanxin.gateway.entry;

import org.jspecify.annotations.NullMarked;
