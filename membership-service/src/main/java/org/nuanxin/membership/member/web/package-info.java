/** Applications and the worker's own record over HTTP. */
@NullMarked
package org.nuanxin.membership.member.web;

import org.jspecify.annotations.NullMarked;
