package org.nuanxin.localstack;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The stack, or a part of it, cannot start; the message is the one sentence a person is shown. */
public final class CannotStart extends RuntimeException {

  /** Why, as the exit code of {@code ./run} says it to scripts. */
  public enum Reason {
    /** Something of ours went wrong. */
    FAILED(1),
    /** A stack is already running on this data, or none is running where one is needed. */
    RUNNING_STATE(3),
    /** A port that was asked for is taken. */
    PORT_IN_USE(4),
    /** A program or a download that is needed cannot be had. */
    MISSING(5),
    /** No room on the disk, or no right to write. */
    DISK(6),
    /** A service did not become ready. */
    SERVICE(7);

    private final int exitCode;

    Reason(int exitCode) {
      this.exitCode = exitCode;
    }

    /** The process exit code, 1 to 7. */
    public int exitCode() {
      return exitCode;
    }
  }

  private final Reason reason;

  /** A failure for a reason, said in one sentence. */
  public CannotStart(Reason reason, String sentence) {
    this(reason, sentence, null);
  }

  /** A failure for a reason, said in one sentence, with what caused it for the log. */
  public CannotStart(Reason reason, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  /** The sentence for a person. */
  public String sentence() {
    return Objects.requireNonNull(getMessage());
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
