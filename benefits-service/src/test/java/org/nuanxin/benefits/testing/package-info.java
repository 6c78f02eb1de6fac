/** The service on real parts, and events and members made up for its tests. */
@NullMarked
package org.nuanxin.benefits.testing;

import org.jspecify.annotations.NullMarked;
