/** The contract between the services: event records, their literal types and their topics. */
@NullMarked
package org.nuanxin.events;

import org.jspecify.annotations.NullMarked;
