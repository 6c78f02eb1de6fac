/** The register of stations: what they offer, when they are open, which is nearest. */
@NullMarked
package org.nuanxin.stations.station;

import org.jspecify.annotations.NullMarked;
