package org.nuanxin.benefits.programme;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A benefit a federation gives, as data.
 *
 * @param code stable, such as {@code ACCIDENT_INSURANCE}
 * @param version raised with every change of the data
 * @param period how often a member can have it
 * @param length how long it is valid from joining; null where it is not bounded
 * @param promise how long an issue may be late at most when a provider is down
 * @param names by language
 * @param contents what a member gets, by language
 */
public record Programme(
    String code,
    int version,
    PeriodRule period,
    @Nullable Period length,
    Duration promise,
    Map<String, String> names,
    Map<String, List<String>> contents) {

  /** Accident insurance for a year, at an insurer. */
  public static final String ACCIDENT_INSURANCE = "ACCIDENT_INSURANCE";

  /** A health check at a clinic. */
  public static final String HEALTH_CHECK = "HEALTH_CHECK";

  /** A gift pack and a film ticket, out of stock of our own. */
  public static final String WELCOME_GIFT = "WELCOME_GIFT";

  /** The language used where another is not there. */
  public static final String DEFAULT_LANGUAGE = "zh-CN";

  /** Copies the maps. */
  public Programme {
    names = Map.copyOf(names);
    contents = Map.copyOf(contents);
  }

  /** When a grant of somebody who joined then is valid: from that moment on. */
  public Validity validity(Instant joinedAt) {
    return length == null ? Validity.UNBOUNDED : Validity.of(joinedAt, length);
  }

  /**
   * The same promise in another language. Only where it is today's: what somebody was promised is
   * not changed by a later version, and then there are no other words for it.
   *
   * @param promised in the words of the language {@code from}
   */
  public Optional<List<String>> translated(List<String> promised, String from, String to) {
    return Optional.ofNullable(contents.get(to)).filter(there -> promised.equals(contentsIn(from)));
  }

  /** What a member gets, in words of this language, or of the default one. */
  public List<String> contentsIn(String language) {
    List<String> found = contents.get(language);
    return found != null ? found : contents.getOrDefault(DEFAULT_LANGUAGE, List.of());
  }
}
