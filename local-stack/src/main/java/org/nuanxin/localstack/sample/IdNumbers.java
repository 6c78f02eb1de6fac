package org.nuanxin.localstack.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Citizen numbers after GB 11643: a division of Hainan, a date of birth, a sequence, a check
 * character. Each ordinal below 290 million has its own, in an order that looks like none.
 */
final class IdNumbers {

  /** The day on which everybody of the sample is 18 to 59 years old. */
  static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);

  /** Sanya before and after it got districts, and other divisions of Hainan. */
  private static final int[] DIVISIONS = {
    460200, 460202, 460203, 460204, 460205, 460105, 460106, 460107, 460108, 460003, 469001, 469002,
    469005, 469006, 469007, 469027, 469028, 469029, 469030
  };

  private static final LocalDate OLDEST = AS_OF.minusYears(60).plusDays(1);
  private static final long DAYS =
      ChronoUnit.DAYS.between(OLDEST, AS_OF.minusYears(18).plusDays(1));
  private static final int SEQUENCES = 999;
  private static final long ALL = DIVISIONS.length * DAYS * SEQUENCES;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";

  private IdNumbers() {}

  /** The number of an ordinal from 0; the same for the same ordinal, always. */
  static String of(long ordinal) {
    long place = Scattered.place(ordinal, ALL);
    int sequence = (int) (place % SEQUENCES) + 1;
    LocalDate born = OLDEST.plusDays(place / SEQUENCES % DAYS);
    int division = DIVISIONS[(int) (place / SEQUENCES / DAYS)];
    String body =
        String.format(
            Locale.ROOT,
            "%d%s%03d",
            division,
            born.format(DateTimeFormatter.BASIC_ISO_DATE),
            sequence);
    return body + checkCharacter(body);
  }

  /** The eighteenth character that belongs to the first seventeen (ISO 7064, MOD 11-2). */
  static char checkCharacter(String body) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (body.charAt(i) - '0');
    }
    return CHECK_CHARACTERS.charAt(sum % 11);
  }
}
