package org.nuanxin.membership.member;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.membership.union.Occupation;

/**
 * What an application says besides who applies.
 *
 * @param platforms for whom the person works; may be empty
 * @param employer name of the employer; null for somebody without one
 * @param communityCode where the person lives or works
 * @param stationCode the station at which the person applied; null elsewhere
 * @param consentVersion the consent that was given
 */
public record Details(
    Occupation occupation,
    List<String> platforms,
    @Nullable String employer,
    String communityCode,
    @Nullable String stationCode,
    String consentVersion,
    Language language) {

  /** Copies the list. */
  public Details {
    platforms = List.copyOf(platforms);
  }
}
