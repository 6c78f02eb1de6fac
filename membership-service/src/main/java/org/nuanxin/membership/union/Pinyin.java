package org.nuanxin.membership.union;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a Chinese name is spoken, so that it is found by what is typed on a Latin keyboard: in full
 * ({@code jiyang}), by initials ({@code jy}), or anything between ({@code jiy}).
 *
 * @param syllables of each character its readings, without tones
 */
public record Pinyin(List<List<String>> syllables) {

  private static final Pattern TONED_U = Pattern.compile("[üǖǘǚǜ]");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APART = Pattern.compile("[0-9\\p{Z}\\s'’·-]+");
  private static final Pattern LETTERS = Pattern.compile("[a-z]+");

  /** Copies the lists. */
  public Pinyin {
    syllables = syllables.stream().map(List::copyOf).toList();
  }

  /**
   * Reads it as it stands in the reference data.
   *
   * @param written syllables with spaces between them, readings of one character with slashes
   */
  public static Pinyin of(String written) {
    return new Pinyin(
        Arrays.stream(written.split(" ")).map(each -> List.of(each.split("/"))).toList());
  }

  /**
   * What somebody typed in the one form in which it is compared: small letters, without tones (as
   * marks or digits), spaces and apostrophes, and with v for ü.
   *
   * @return empty where it cannot be pinyin
   */
  public static Optional<String> typed(String text) {
    String small = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String plain =
        MARKS
            .matcher(
                Normalizer.normalize(TONED_U.matcher(small).replaceAll("v"), Normalizer.Form.NFD))
            .replaceAll("");
    String letters = APART.matcher(plain).replaceAll("");
    return LETTERS.matcher(letters).matches() ? Optional.of(letters) : Optional.empty();
  }

  /** Whether the name begins as typed. */
  public boolean beginsWith(String typed) {
    return matches(typed, 0, 0);
  }

  /** Whether the name, or what follows one of its characters, begins as typed. */
  public boolean contains(String typed) {
    for (int syllable = 0; syllable < syllables.size(); syllable++) {
      if (matches(typed, 0, syllable)) {
        return true;
      }
    }
    return false;
  }

  /** Takes as much of a syllable as was typed; where that leads nowhere, less of it. */
  private boolean matches(String typed, int from, int syllable) {
    if (from == typed.length()) {
      return true;
    }
    if (syllable == syllables.size()) {
      return false;
    }
    for (String reading : syllables.get(syllable)) {
      int most = Math.min(reading.length(), typed.length() - from);
      for (int taken = most; taken > 0; taken--) {
        if (typed.startsWith(reading.substring(0, taken), from)
            && matches(typed, from + taken, syllable + 1)) {
          return true;
        }
      }
    }
    return false;
  }
}
