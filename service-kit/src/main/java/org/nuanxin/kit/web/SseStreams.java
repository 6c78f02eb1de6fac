package org.nuanxin.kit.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Live streams of this instance: whoever opens a topic gets its present state and then what is
 * published.
 *
 * <p>Guarantee: a connection is subscribed before its state is read, so nothing falls between; an
 * item may come twice, and clients replace by id. A client that reads too slowly for its buffer is
 * cut off and comes back for the whole state; a publisher never waits for anybody. Streams end
 * after their age, so that none outlives its token by long, and when the service shuts down.
 * Thread-safe.
 */
public final class SseStreams implements SmartLifecycle {

  // Before the server waits for requests to end, of which a stream is one.
  private static final int PHASE = Integer.MAX_VALUE - 512;

  private final Duration heartbeat;
  private final Duration age;
  private final int buffer;
  private final int mostPerTopic;
  private final int most;
  private final Map<String, List<SseConnection>> topics = new ConcurrentHashMap<>();
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean running;

  /**
   * Streams with these bounds.
   *
   * @param heartbeat how often a silent stream sends a comment
   * @param age how long a stream lives before the client must come again
   * @param buffer items that may wait for one slow client
   * @param mostPerTopic connections of one topic; one more closes the oldest
   * @param most connections of this instance; one more is answered with 503
   */
  public SseStreams(Duration heartbeat, Duration age, int buffer, int mostPerTopic, int most) {
    this.heartbeat = heartbeat;
    this.age = age;
    this.buffer = buffer;
    this.mostPerTopic = mostPerTopic;
    this.most = most;
  }

  /**
   * Opens a stream; a controller returns it.
   *
   * @param topic what it is about, for instance a member id
   * @param present reads the present state, oldest first; runs after the stream is subscribed
   * @throws Unavailable when this instance has too many streams
   */
  public SseEmitter open(String topic, Supplier<List<SseItem>> present) {
    if (open.get() >= most) {
      throw new Unavailable("Too many live streams at the moment; try again.");
    }
    SseConnection connection =
        new SseConnection(buffer, heartbeat, age, ended -> remove(topic, ended));
    open.incrementAndGet();
    topics.compute(
        topic,
        (name, connections) -> {
          List<SseConnection> list =
              connections == null ? new CopyOnWriteArrayList<>() : connections;
          list.add(connection);
          return list;
        });
    closeOldest(topic);
    try {
      connection.start(present.get());
    } catch (RuntimeException e) {
      connection.end();
      throw e;
    }
    return connection.emitter();
  }

  /** Tells everyone who has this topic open, on this instance. Never waits. */
  public void publish(String topic, SseItem item) {
    topics.getOrDefault(topic, List.of()).forEach(connection -> connection.offer(item));
  }

  /** Whether anybody on this instance has this topic open. */
  public boolean isOpen(String topic) {
    return topics.containsKey(topic);
  }

  /** Streams open on this instance. */
  public int connections() {
    return open.get();
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    topics.values().forEach(connections -> connections.forEach(SseConnection::end));
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  private void closeOldest(String topic) {
    List<SseConnection> connections = topics.getOrDefault(topic, List.of());
    if (connections.size() > mostPerTopic) {
      connections.getFirst().end();
    }
  }

  private void remove(String topic, SseConnection ended) {
    topics.computeIfPresent(
        topic,
        (name, connections) -> {
          if (connections.remove(ended)) {
            open.decrementAndGet();
          }
          return connections.isEmpty() ? null : connections;
        });
  }
}
