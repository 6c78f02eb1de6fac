/** Programmes over HTTP. */
@NullMarked
package org.nuanxin.benefits.programme.web;

import org.jspecify.annotations.NullMarked;
