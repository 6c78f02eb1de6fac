/** Visits: who checked in where, once a day. */
@NullMarked
package org.nuanxin.stations.visit;

import org.jspecify.annotations.NullMarked;
