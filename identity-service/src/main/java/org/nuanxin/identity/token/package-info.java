/** Access tokens: what they say of a person, and their signature. */
@NullMarked
package org.nuanxin.identity.token;

import org.jspecify.annotations.NullMarked;
