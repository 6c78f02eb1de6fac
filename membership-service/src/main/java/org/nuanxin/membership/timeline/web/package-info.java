/** The timeline over HTTP, as a list and as a live stream. */
@NullMarked
package org.nuanxin.membership.timeline.web;

import org.jspecify.annotations.NullMarked;
