package org.nuanxin.localstack.supervise;

import java.time.Duration;

/** Is told what happens to supervised programs; called from several threads. */
public interface Watcher {

  /** It answers, for the first time or again. */
  void ready(String name, Duration after, String where);

  /** It ended by itself and is started again after the pause. */
  void died(String name, int exitCode, Duration pause);

  /** A process id, or who is fit for work, has changed. */
  void changed();
}
