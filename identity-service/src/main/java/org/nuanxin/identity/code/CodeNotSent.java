package org.nuanxin.identity.code;

import org.jspecify.annotations.Nullable;

/** The SMS provider did not confirm the message. */
public class CodeNotSent extends RuntimeException {

  /** With what the provider did, without phone or code, and the cause where there is one. */
  public CodeNotSent(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
