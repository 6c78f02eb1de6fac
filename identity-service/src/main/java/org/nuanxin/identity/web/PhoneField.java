package org.nuanxin.identity.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.identity.code.Phone;
import org.nuanxin.kit.pii.PhoneNumbers;
import org.nuanxin.kit.web.Violations;

/** The field {@code phone} of a request, in any usual Chinese form. */
public final class PhoneField {

  private static final String NAME = "phone";

  private PhoneField() {}

  /** The phone; empty when something is wrong with it, which {@code violations} then holds. */
  public static Optional<Phone> read(Violations violations, @Nullable String value) {
    String text = value == null ? "" : value;
    if (!violations.require(NAME, text)) {
      return Optional.empty();
    }
    Optional<Phone> phone = PhoneNumbers.toE164(text).map(Phone::new);
    violations.check(phone.isPresent(), NAME, "PHONE", "must be a mobile number of mainland China");
    return phone;
  }
}
