package org.nuanxin.notification.template;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.nuanxin.notification.message.Param;

/** How plain facts (codes, instants) read in one language. */
final class Words {

  private final Map<String, String> entries;
  private final DateTimeFormatter instant;
  private final String comma;

  Words(Map<String, String> entries, Locale locale, ZoneId zone) {
    this.entries = entries;
    this.instant = DateTimeFormatter.ofPattern(entry("format.instant"), locale).withZone(zone);
    this.comma = entry("format.list");
  }

  /** What a person reads instead of the stored value. */
  String say(Param param, String value) {
    return switch (param) {
      case UNION, REASON, NUMBER, JOINING, REFERENCE -> value;
      // A code of a later day is better shown than hidden.
      case PROGRAMME -> entries.getOrDefault("programme." + value, value);
      case FIELDS ->
          Arrays.stream(value.split(","))
              .map(field -> entries.getOrDefault("field." + field, field))
              .distinct()
              .collect(Collectors.joining(comma));
      case CAUSE -> entries.getOrDefault("cause." + value, entry("cause.other"));
      // Cut to the minute, so an end is never told later than it is.
      case DUE_AT, EXPECTED_BY, VALID_UNTIL -> instant.format(Instant.parse(value));
    };
  }

  private String entry(String key) {
    String found = entries.get(key);
    if (found == null) {
      throw new IllegalStateException("A language lacks " + key);
    }
    return found;
  }
}
