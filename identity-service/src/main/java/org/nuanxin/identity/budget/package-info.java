/** What one network address may ask for in a minute. */
@NullMarked
package org.nuanxin.identity.budget;

import org.jspecify.annotations.NullMarked;
