package org.nuanxin.benefits;

import java.util.List;
import org.nuanxin.benefits.grant.Provider;
import org.nuanxin.benefits.parallel.Parallel;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Calls every provider in vain before the consumers start, so that the first member does not wait
 * for classes to be loaded and connections to be made.
 */
@Component
@ConditionalOnBooleanProperty("nuanxin.warm-up")
class PrepareAtStart implements SmartLifecycle {

  private final List<Provider> providers;
  private volatile boolean running;

  PrepareAtStart(List<Provider> providers) {
    this.providers = providers;
  }

  @Override
  public void start() {
    Parallel.each(providers.size(), providers.size(), i -> providers.get(i).prepare());
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Right before the consumers. */
  @Override
  public int getPhase() {
    return 900;
  }
}
