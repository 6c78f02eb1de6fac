package org.nuanxin.notification.message;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A value that a message's text is filled with. What is stored is the plain fact (a code, an
 * instant); how it reads in a language is the template's business.
 */
public enum Param {
  /** Name of the union. */
  UNION("union", "u"),
  /** Instant by which a reviewer decides. */
  DUE_AT("dueAt", "d"),
  /** Names of fields, separated by commas. */
  FIELDS("fields", "f"),
  /** A reviewer's own words. */
  REASON("reason", "r"),
  /** Membership number. */
  NUMBER("number", "n"),
  /** Which joining it is; only there from the second on. */
  JOINING("joining", "j"),
  /** Code of a programme. */
  PROGRAMME("programme", "p"),
  /** Policy number, entitlement number or ticket code. */
  REFERENCE("reference", "x"),
  /** Instant at which validity ends, exclusive. */
  VALID_UNTIL("validUntil", "v"),
  /** Instant by which something is expected. */
  EXPECTED_BY("expectedBy", "e"),
  /** Code of why a grant waits, failed or was cancelled. */
  CAUSE("cause", "c");

  private static final Map<String, Param> BY_PLACEHOLDER =
      Arrays.stream(values()).collect(Collectors.toMap(Param::placeholder, Function.identity()));
  private static final Map<String, Param> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toMap(Param::key, Function.identity()));

  private final String placeholder;
  private final String key;

  Param(String placeholder, String key) {
    this.placeholder = placeholder;
    this.key = key;
  }

  /** Its name between braces in a template. */
  public String placeholder() {
    return placeholder;
  }

  /** Its short name in the store; never to be reused for another. */
  public String key() {
    return key;
  }

  /** The value with this name in a template; empty for a name we do not know. */
  public static Optional<Param> ofPlaceholder(String placeholder) {
    return Optional.ofNullable(BY_PLACEHOLDER.get(placeholder));
  }

  /** The value with this short name; empty for one of a later version. */
  public static Optional<Param> ofKey(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }
}
