package org.nuanxin.localstack.demo;

import java.util.Optional;

/** How far a sign-up is. */
enum Stage {
  APPLIED("applied"),
  APPROVED("approved"),
  INSURED("insured"),
  CHECKED("checked"),
  GIFTED("gifted"),
  MESSAGED("messaged");

  private final String word;

  Stage(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /** The stage that a programme's grant brings; empty for other programmes. */
  static Optional<Stage> of(String programme) {
    return switch (programme) {
      case "ACCIDENT_INSURANCE" -> Optional.of(INSURED);
      case "HEALTH_CHECK" -> Optional.of(CHECKED);
      case "WELCOME_GIFT" -> Optional.of(GIFTED);
      default -> Optional.empty();
    };
  }
}
