package org.nuanxin.membership.member.web;

import org.jspecify.annotations.Nullable;

/**
 * What staff searches by; everything is optional. In a body, because personal data has no place in
 * an address. Texts only: what they must be is checked field by field.
 */
record MemberSearchRequest(
    @Nullable String phone,
    @Nullable String idNumber,
    @Nullable String membershipNumber,
    @Nullable String state,
    @Nullable String unionId,
    @Nullable String occupation,
    @Nullable String cursor,
    @Nullable Integer limit) {

  /** Tells nothing: it may name a person. */
  @Override
  public String toString() {
    return "MemberSearchRequest[...]";
  }
}
