package org.nuanxin.identity.code;

import org.jspecify.annotations.Nullable;

/** The SMS provider did not confirm the message. */
public class CodeNotSent extends RuntimeException {

  private final boolean mayArrive;

  private CodeNotSent(String what, boolean mayArrive, @Nullable Throwable cause) {
    super(what, cause);
    this.mayArrive = mayArrive;
  }

  /** No message goes out, with what the provider did, without phone or code. */
  public static CodeNotSent surely(String what, @Nullable Throwable cause) {
    return new CodeNotSent(what, false, cause);
  }

  /** Nobody knows whether one goes out, with what the provider did, without phone or code. */
  public static CodeNotSent perhaps(String what, @Nullable Throwable cause) {
    return new CodeNotSent(what, true, cause);
  }

  /** Whether the message may have arrived, or still may. */
  public boolean mayArrive() {
    return mayArrive;
  }
}
