package org.nuanxin.membership.member;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The 18 characters of a resident's ID number (GB 11643): region, date of birth, order, check
 * digit.
 */
public final class IdNumber {

  /** What is wrong with an ID number, the first that is found. */
  public enum Fault {
    /** Not 17 digits and a digit or X. */
    FORM,
    /** The first digits name no region. */
    REGION,
    /** The digits of the date are no date, or one in the future. */
    DATE,
    /** The check digit does not fit the rest. */
    CHECK_DIGIT,
    /** The person is younger than {@value #YOUNGEST}. */
    TOO_YOUNG,
    /** The person would be older than {@value #OLDEST}. */
    TOO_OLD
  }

  /** Age from which a person may join, in years. */
  public static final int YOUNGEST = 16;

  /** Age up to which a date of birth is believed, in years. */
  public static final int OLDEST = 120;

  private static final int REGION = 6;
  private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_DIGITS = "10X98765432";
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82", "83");

  /**
   * Hong Kong, Macao and Taiwan: their residents' numbers name no county (GB 11643, and the rules
   * for residence permits of 2018).
   */
  private static final Set<String> WITHOUT_COUNTIES = Set.of("810000", "820000", "830000");

  private IdNumber() {}

  /** The one form in which ID numbers are compared: trimmed, with a capital X. */
  public static String normalise(String written) {
    return written.strip().toUpperCase(Locale.ROOT);
  }

  /**
   * Looks for a fault.
   *
   * @param number in its normal form
   * @param today in the federation's time zone
   */
  public static Optional<Fault> faultOf(String number, LocalDate today) {
    if (!FORM.matcher(number).matches()) {
      return Optional.of(Fault.FORM);
    }
    if (!isRegion(number.substring(0, REGION))) {
      return Optional.of(Fault.REGION);
    }
    LocalDate birth;
    try {
      birth = birthDate(number);
    } catch (DateTimeException e) {
      return Optional.of(Fault.DATE);
    }
    if (birth.isAfter(today)) {
      return Optional.of(Fault.DATE);
    }
    if (number.charAt(17) != checkDigit(number)) {
      return Optional.of(Fault.CHECK_DIGIT);
    }
    int age = Period.between(birth, today).getYears();
    if (age < YOUNGEST) {
      return Optional.of(Fault.TOO_YOUNG);
    }
    return age > OLDEST ? Optional.of(Fault.TOO_OLD) : Optional.empty();
  }

  /**
   * The date of birth that a number holds.
   *
   * @param number in its normal form
   * @throws DateTimeException when the digits are no date
   */
  public static LocalDate birthDate(String number) {
    return LocalDate.of(
        Integer.parseInt(number, 6, 10, 10),
        Integer.parseInt(number, 10, 12, 10),
        Integer.parseInt(number, 12, 14, 10));
  }

  private static boolean isRegion(String region) {
    return PROVINCES.contains(region.substring(0, 2))
        && (!region.endsWith("0000") || WITHOUT_COUNTIES.contains(region));
  }

  /** The check digit that the first 17 digits demand. */
  static char checkDigit(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (number.charAt(i) - '0');
    }
    return CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length());
  }
}
