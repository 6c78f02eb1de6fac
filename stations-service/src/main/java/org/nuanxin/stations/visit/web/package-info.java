/** Check-in over HTTP. */
@NullMarked
package org.nuanxin.stations.visit.web;

import org.jspecify.annotations.NullMarked;
