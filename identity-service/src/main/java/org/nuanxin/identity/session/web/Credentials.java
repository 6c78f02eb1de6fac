package org.nuanxin.identity.session.web;

import org.nuanxin.identity.code.Phone;

/** How someone proves who they are. */
sealed interface Credentials {

  /** By what was sent to their phone. */
  record Code(Phone phone, String digits) implements Credentials {
    @Override
    public String toString() {
      return "Code[hidden]";
    }
  }

  /** By what only they know. */
  record Password(String username, String password) implements Credentials {
    @Override
    public String toString() {
      return "Password[hidden]";
    }
  }

  /** By what they were given last time. */
  record Refresh(String token) implements Credentials {
    @Override
    public String toString() {
      return "Refresh[hidden]";
    }
  }
}
