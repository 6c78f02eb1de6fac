package org.nuanxin.kit.pii;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Mobile numbers of mainland China, brought to E.164. */
public final class PhoneNumbers {

  private static final String REGION = "CN";
  private static final int COUNTRY_CODE = 86;
  private static final int LONGEST = 32;
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  // The library would also take extensions and letters on a keypad, which no one means here.
  private static final Pattern USUAL = Pattern.compile("[ \\t(]*\\+?[0-9 \\t().-]+");

  private PhoneNumbers() {}

  /**
   * Reads a number in any usual Chinese form: {@code 138 0013 8000}, {@code +86-138-0013-8000},
   * {@code 008613800138000}, full-width digits.
   *
   * @return {@code +8613800138000}; empty when it is no mobile number of mainland China
   */
  public static Optional<String> toE164(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    if (!USUAL.matcher(plain).matches()) {
      return Optional.empty();
    }
    try {
      PhoneNumber number = LIBRARY.parse(plain, REGION);
      // The type is known only of valid numbers, and the country code is mainland China's alone.
      boolean mobile =
          number.getCountryCode() == COUNTRY_CODE
              && LIBRARY.getNumberType(number) == PhoneNumberType.MOBILE;
      return mobile
          ? Optional.of(LIBRARY.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
