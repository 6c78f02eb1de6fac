/** Providers over HTTP: how they do. */
@NullMarked
package org.nuanxin.benefits.provider.web;

import org.jspecify.annotations.NullMarked;
