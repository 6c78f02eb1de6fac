/**
 * What the gateway knows of one call: its ids, its caller, where it comes from and where it goes.
 */
@NullMarked
package org.nuanxin.gateway.visit;

import org.jspecify.annotations.NullMarked;
