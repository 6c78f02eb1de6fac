package org.nuanxin.membership.member;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A change that the state of an application or a membership does not allow. */
public final class Refusal extends RuntimeException {

  /** Why it is not allowed. */
  public enum Kind {
    /** The application was approved or rejected. */
    ALREADY_DECIDED,
    /** The application waits for its applicant, or was withdrawn. */
    NOT_IN_REVIEW,
    /** Only an application that was given back can be corrected. */
    NOT_RETURNED,
    /** The application was given back too often. */
    RETURNED_TOO_OFTEN,
    /** Only an open application can be withdrawn. */
    NOT_OPEN,
    /** The person is no member now. */
    NOT_A_MEMBER
  }

  private final Kind kind;
  private final @Nullable Application application;

  Refusal(Kind kind, @Nullable Application application) {
    super(kind.name());
    this.kind = kind;
    this.application = application;
  }

  /** Why. */
  public Kind kind() {
    return kind;
  }

  /** The application concerned, as it stands. */
  public Application application() {
    return Objects.requireNonNull(application, "a refusal about an application has one");
  }
}
