package org.nuanxin.kit.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * In which language a person is answered (RFC 9110, 12.5.4): the one that the request asks for,
 * where it is one of ours; else it is for the caller to know, who has a language for each person.
 */
public final class AnswerLanguage {

  private static final String CHINESE = "zh-CN";
  private static final String ENGLISH = "en";
  private static final String ANY = "*";

  /** Longer than any browser's, and short enough to be read without a thought. */
  private static final int LONGEST = 500;

  private AnswerLanguage() {}

  /**
   * The language of ours that the header prefers, by its BCP 47 tag. One of a region counts as its
   * language: whoever asks for {@code en-GB} reads {@code en}.
   *
   * @param header {@code Accept-Language}, null when absent
   * @return empty where it names none of ours, or would rather have any; or cannot be read, as that
   *     is no reason to answer nothing
   */
  public static Optional<String> accepted(@Nullable String header) {
    if (header == null || header.length() > LONGEST) {
      return Optional.empty();
    }
    for (LanguageRange range : preferredFirst(header)) {
      if (range.getWeight() > 0) {
        if (range.getRange().equals(ANY)) {
          return Optional.empty();
        }
        Optional<String> ours = ours(range.getRange());
        if (ours.isPresent()) {
          return ours;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * 200 with what reads otherwise in other languages.
   *
   * @param languages those of its texts; none where it has no text
   */
  public static <T> ResponseEntity<T> answer(T body, Collection<String> languages) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().varyBy(HttpHeaders.ACCEPT_LANGUAGE);
    List<String> told = languages.stream().distinct().sorted().toList();
    if (!told.isEmpty()) {
      answer.header(HttpHeaders.CONTENT_LANGUAGE, String.join(", ", told));
    }
    return answer.body(body);
  }

  private static List<LanguageRange> preferredFirst(String header) {
    try {
      return LanguageRange.parse(header);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private static Optional<String> ours(String range) {
    int subtags = range.indexOf('-');
    return switch (subtags < 0 ? range : range.substring(0, subtags)) {
      case "zh" -> Optional.of(CHINESE);
      case "en" -> Optional.of(ENGLISH);
      default -> Optional.empty();
    };
  }
}
