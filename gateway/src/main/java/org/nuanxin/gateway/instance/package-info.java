/** Where the services' instances are, and which of them to ask next. */
@NullMarked
package org.nuanxin.gateway.instance;

import org.jspecify.annotations.NullMarked;
