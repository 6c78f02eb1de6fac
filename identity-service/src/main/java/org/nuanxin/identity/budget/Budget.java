package org.nuanxin.identity.budget;

/** What one network address may do only so often in a minute. */
public enum Budget {
  /** Asking for one-time codes. */
  CODES,
  /** Trying to sign in with a code or a password. */
  SIGN_INS
}
