/** Reads the reference data that the service carries: divisions, unions, calendar, consents. */
@NullMarked
package org.nuanxin.membership.reference;

import org.jspecify.annotations.NullMarked;
