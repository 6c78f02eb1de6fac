/** Gift packs and film-ticket codes, which are never given out twice. */
@NullMarked
package org.nuanxin.benefits.stock;

import org.jspecify.annotations.NullMarked;
