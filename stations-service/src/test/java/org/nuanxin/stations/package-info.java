/** The service as a whole, on a real broker and a real database. */
@NullMarked
package org.nuanxin.stations;

import org.jspecify.annotations.NullMarked;
