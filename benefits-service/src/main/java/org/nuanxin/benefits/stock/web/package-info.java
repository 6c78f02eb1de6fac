/** Stock over HTTP. */
@NullMarked
package org.nuanxin.benefits.stock.web;

import org.jspecify.annotations.NullMarked;
