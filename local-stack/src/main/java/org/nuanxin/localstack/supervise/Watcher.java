package org.nuanxin.localstack.supervise;

import java.time.Duration;

/** Is told what happens to supervised programs; called from several threads. */
public interface Watcher {

  /** It answers, for the first time or again. */
  void ready(String name, Duration after, String where);

  /** It ended by itself and is started again after the pause. */
  void died(String name, int exitCode, Duration pause);

  /** Something beside the program failed, such as a full disk; the sentence says what. */
  void failed(String name, String sentence);

  /**
   * A process id, or who is fit for work, has changed.
   *
   * @throws RuntimeException when that cannot be written down; it is called again later
   */
  void changed();
}
