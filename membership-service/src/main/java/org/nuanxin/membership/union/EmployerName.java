package org.nuanxin.membership.union;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An employer's name in the one form in which names are compared: full-width and upper-case letters
 * folded, spaces and punctuation left out.
 *
 * @param folded the form for comparison
 */
public record EmployerName(String folded) {

  private static final Pattern NOISE = Pattern.compile("[\\p{Z}\\p{P}\\p{S}]+");
  private static final Pattern LEGAL_FORM =
      Pattern.compile("(股份有限公司|有限责任公司|有限公司|集团|公司|coltd|ltd|inc)+$");

  /** Folds a name as people write it. */
  public static EmployerName of(String written) {
    String wide = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return new EmployerName(NOISE.matcher(wide).replaceAll(""));
  }

  /**
   * The name without its legal form. A name that holds another's core is a branch, a contractor or
   * a misspelling of it, which only a human can tell apart.
   */
  public String core() {
    return LEGAL_FORM.matcher(folded).replaceAll("");
  }
}
