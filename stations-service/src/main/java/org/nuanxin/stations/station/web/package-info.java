/** Stations over HTTP. */
@NullMarked
package org.nuanxin.stations.station.web;

import org.jspecify.annotations.NullMarked;
