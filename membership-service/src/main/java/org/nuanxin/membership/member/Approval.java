package org.nuanxin.membership.member;

import org.jspecify.annotations.Nullable;
import org.nuanxin.membership.union.Union;

/**
 * What a reviewer's approval brings along.
 *
 * @param membershipNumber used where the person has none yet
 * @param union the union the person joins
 * @param otherUnion the same union where the reviewer picked another than the application's; else
 *     null
 */
public record Approval(String membershipNumber, Union union, @Nullable Union otherUnion) {}
