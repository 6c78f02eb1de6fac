/** The union tree and the communities over HTTP, for everybody. */
@NullMarked
package org.nuanxin.membership.union.web;

import org.jspecify.annotations.NullMarked;
