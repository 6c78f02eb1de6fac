/** Passing calls on to the services with Spring Cloud Gateway. */
@NullMarked
package org.nuanxin.gateway.route;

import org.jspecify.annotations.NullMarked;
