/** The one look-up that another service makes here: how to reach a member. */
@NullMarked
package org.nuanxin.membership.contact;

import org.jspecify.annotations.NullMarked;
