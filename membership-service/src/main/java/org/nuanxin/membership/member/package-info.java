/**
 * A person of one federation, from the first application to after leaving: the aggregate, its rules
 * and its use cases.
 */
@NullMarked
package org.nuanxin.membership.member;

import org.jspecify.annotations.NullMarked;
