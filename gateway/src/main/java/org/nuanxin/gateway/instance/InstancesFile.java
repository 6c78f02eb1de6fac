package org.nuanxin.gateway.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows the instances file: a change is seen within a quarter of a second. A file that cannot be
 * read changes nothing, since whoever writes it may be in the middle of it.
 */
final class InstancesFile implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(InstancesFile.class);
  private static final long PERIOD_MILLIS = 250;

  private final Path file;
  private final JsonMapper mapper;
  private final Instances instances;
  private @Nullable State last;
  private @Nullable ScheduledExecutorService clock;

  InstancesFile(Path file, JsonMapper mapper, Instances instances) {
    this.file = file;
    this.mapper = mapper;
    this.instances = instances;
  }

  /** Before the web server listens. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 4096;
  }

  @Override
  public synchronized void start() {
    follow();
    clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("instances-file").factory());
    clock.scheduleWithFixedDelay(this::follow, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void stop() {
    if (clock != null) {
      clock.shutdownNow();
      clock = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return clock != null;
  }

  private void follow() {
    State now = state();
    if (now == null || now.equals(last)) {
      return;
    }
    last = now;
    try {
      Map<String, List<String>> urls =
          mapper.readValue(Files.readAllBytes(file), new TypeReference<>() {});
      instances.replace(urls);
      log.info("Instances: {}", urls);
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      log.warn("The instances file cannot be used and changes nothing: {}", e.getClass().getName());
    }
  }

  private @Nullable State state() {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return new State(found.lastModifiedTime().toInstant(), found.size(), found.fileKey());
    } catch (IOException e) {
      // Not there yet, or just being replaced: the next look finds it.
      return null;
    }
  }

  private record State(Instant modified, long size, @Nullable Object key) {}
}
