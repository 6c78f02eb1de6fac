/** Persons as MongoDB documents, each with its outbox; membership numbers from leased blocks. */
@NullMarked
package org.nuanxin.membership.member.mongo;

import org.jspecify.annotations.NullMarked;
