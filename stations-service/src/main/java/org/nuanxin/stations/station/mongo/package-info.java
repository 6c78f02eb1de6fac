/** Stations in MongoDB, found by a spherical index. */
@NullMarked
package org.nuanxin.stations.station.mongo;

import org.jspecify.annotations.NullMarked;
