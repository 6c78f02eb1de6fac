package org.nuanxin.kit.ops;

import java.util.List;

/**
 * What a service tells operators of the providers it calls. A service without such a bean calls
 * none.
 */
public interface ProviderWatch {

  /**
   * A provider as this instance sees it; another may see it otherwise.
   *
   * @param name a literal: {@code insurer}, {@code clinic}, {@code sms}
   */
  record Provider(String name, State state) {}

  /** What its last calls say. */
  enum State {
    /** It answers in time. */
    UP,
    /** It answers, but half of its last calls or more took too long. */
    SLOW,
    /** It does not answer, or not as it should. */
    DOWN
  }

  /** Each provider that this service calls. */
  List<Provider> providers();

  /**
   * What the service keeps until it can be had, whichever instance is asked; counted up to a
   * hundred thousand.
   */
  long waiting();
}
