/** The register's rules by themselves. */
@NullMarked
package org.nuanxin.stations.station;

import org.jspecify.annotations.NullMarked;
