/**
 * Personal data: encrypted at rest with SM4-GCM, found by a keyed HMAC-SM3 blind index, masked in
 * lists.
 */
@NullMarked
package org.nuanxin.kit.pii;

import org.jspecify.annotations.NullMarked;
