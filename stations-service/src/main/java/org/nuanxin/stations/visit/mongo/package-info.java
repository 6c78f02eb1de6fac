/** Visits in MongoDB, each with its event inside. */
@NullMarked
package org.nuanxin.stations.visit.mongo;

import org.jspecify.annotations.NullMarked;
