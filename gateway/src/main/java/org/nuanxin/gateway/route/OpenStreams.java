package org.nuanxin.gateway.route;

import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Ends the streams when the process is to stop, before the web server waits for its open calls:
 * they would never end by themselves, and their clients resume elsewhere.
 */
final class OpenStreams implements SmartLifecycle {

  private final Sinks.Empty<Void> shutdown = Sinks.empty();
  private volatile boolean running;

  /** The same stream, which ends when the process is to stop. */
  Mono<Void> untilShutdown(Mono<Void> stream) {
    return stream.takeUntilOther(shutdown.asMono());
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    shutdown.tryEmitEmpty();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
