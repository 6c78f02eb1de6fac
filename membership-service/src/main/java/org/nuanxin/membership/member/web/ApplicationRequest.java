package org.nuanxin.membership.member.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application as it is sent. Texts only: what they must be is checked field by field, so that
 * one answer names everything that is wrong.
 */
record ApplicationRequest(
    @Nullable String name,
    @Nullable String idNumber,
    @Nullable String phone,
    @Nullable String occupation,
    @Nullable List<@Nullable String> platforms,
    @Nullable EmployerRequest employer,
    @Nullable String communityCode,
    @Nullable String stationCode,
    @Nullable String consentVersion,
    @Nullable String language) {

  /** An employer as it is sent. */
  record EmployerRequest(@Nullable String name) {}

  /** Tells nothing: it names a person. */
  @Override
  public String toString() {
    return "ApplicationRequest[...]";
  }
}
