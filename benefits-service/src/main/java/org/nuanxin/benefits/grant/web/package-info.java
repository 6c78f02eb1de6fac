/** Grants over HTTP. */
@NullMarked
package org.nuanxin.benefits.grant.web;

import org.jspecify.annotations.NullMarked;
