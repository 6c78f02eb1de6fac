/** The synthetic stations of a demonstration. */
@NullMarked
package org.nuanxin.stations.station.sample;

import org.jspecify.annotations.NullMarked;
