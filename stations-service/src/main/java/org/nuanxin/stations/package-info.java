/** Stations, nearest search and visits. */
@NullMarked
package org.nuanxin.stations;

import org.jspecify.annotations.NullMarked;
