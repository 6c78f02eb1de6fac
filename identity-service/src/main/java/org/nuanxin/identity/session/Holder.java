package org.nuanxin.identity.session;

/** Whose a session is, as far as it is stored: what staff may do is looked up at each renewal. */
public sealed interface Holder {

  /** A worker, by opaque id and the phone's blind index. */
  record Worker(String id, String phoneIndex) implements Holder {}

  /** An account of staff. */
  record Staff(String username) implements Holder {}
}
