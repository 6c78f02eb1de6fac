/** Looks at the ring of keys every few seconds and rotates it when due. */
@NullMarked
package org.nuanxin.identity.key.schedule;

import org.jspecify.annotations.NullMarked;
