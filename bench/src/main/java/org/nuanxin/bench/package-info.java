/** Load, measured from the client's send to the stored end. */
@NullMarked
package org.nuanxin.bench;

import org.jspecify.annotations.NullMarked;
