/** Figures over HTTP. */
@NullMarked
package org.nuanxin.membership.figures.web;

import org.jspecify.annotations.NullMarked;
