package org.nuanxin.identity.session.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nuanxin.identity.code.Phone;
import org.nuanxin.identity.web.PhoneField;
import org.nuanxin.kit.web.Violations;

/** One of {@code {phone, code}}, {@code {username, password}} and {@code {refreshToken}}. */
record TokenRequest(
    @Nullable String phone,
    @Nullable String code,
    @Nullable String username,
    @Nullable String password,
    @Nullable String refreshToken) {

  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
  private static final int LONGEST_USERNAME = 64;
  private static final int LONGEST_PASSWORD = 256;

  /** Whether no field is there. */
  boolean isEmpty() {
    return present().isEmpty();
  }

  /**
   * The one kind of credentials that the request holds.
   *
   * @throws org.nuanxin.kit.web.ProblemException 400 with every field that is wrong
   */
  Credentials credentials() {
    Violations violations = new Violations();
    Optional<Credentials> found =
        username != null || password != null
            ? password(violations)
            : refreshToken != null ? refresh(violations) : code(violations);
    violations.throwIfAny();
    return found.orElseThrow();
  }

  private Optional<Credentials> code(Violations violations) {
    only(violations, Set.of("phone", "code"));
    Optional<Phone> number = PhoneField.read(violations, phone);
    String digits = code == null ? "" : code.strip();
    if (violations.require("code", digits)) {
      violations.check(
          SIX_DIGITS.matcher(digits).matches(), "code", "PATTERN", "must be six digits");
    }
    return number.map(each -> new Credentials.Code(each, digits));
  }

  private Optional<Credentials> password(Violations violations) {
    only(violations, Set.of("username", "password"));
    String name = required(violations, "username", username, LONGEST_USERNAME);
    String secret = required(violations, "password", password, LONGEST_PASSWORD);
    return Optional.of(new Credentials.Password(name, secret));
  }

  private Optional<Credentials> refresh(Violations violations) {
    only(violations, Set.of("refreshToken"));
    return Optional.of(new Credentials.Refresh(Objects.requireNonNull(refreshToken)));
  }

  private static String required(
      Violations violations, String field, @Nullable String value, int longest) {
    String text = value == null ? "" : value;
    if (violations.require(field, text)) {
      violations.check(
          text.length() <= longest,
          field,
          "TOO_LONG",
          "must have at most " + longest + " characters");
    }
    return text;
  }

  private void only(Violations violations, Set<String> allowed) {
    present()
        .keySet()
        .forEach(field ->
            violations.check(
                allowed.contains(field),
                field,
                "NOT_ALLOWED",
                "does not go together with the other fields"));
  }

  private Map<String, String> present() {
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, "phone", phone);
    put(fields, "code", code);
    put(fields, "username", username);
    put(fields, "password", password);
    put(fields, "refreshToken", refreshToken);
    return fields;
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  /** Says nothing of what was typed in, so that none of it reaches a log. */
  @Override
  public String toString() {
    return "TokenRequest[hidden]";
  }
}
