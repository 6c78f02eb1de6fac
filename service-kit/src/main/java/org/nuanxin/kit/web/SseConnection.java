package org.nuanxin.kit.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One client of a live stream: a bounded buffer, and a virtual thread that writes it out. */
final class SseConnection {

  // Only ends the writer's waiting; it is never sent.
  private static final SseItem WAKE = new SseItem("", "", "");

  private final BlockingQueue<SseItem> waiting;
  private final Duration heartbeat;
  private final Consumer<SseConnection> ended;
  private final SseEmitter emitter;
  private final AtomicBoolean over = new AtomicBoolean();

  SseConnection(int buffer, Duration heartbeat, Duration age, Consumer<SseConnection> ended) {
    this.waiting = new ArrayBlockingQueue<>(buffer);
    this.heartbeat = heartbeat;
    this.ended = ended;
    this.emitter = new Unbuffered(age.toMillis());
    emitter.onTimeout(this::end);
    emitter.onError(failure -> end());
    emitter.onCompletion(this::end);
  }

  SseEmitter emitter() {
    return emitter;
  }

  void start(List<SseItem> present) {
    Thread.ofVirtual().name("sse").start(() -> write(present));
  }

  /** Drops the whole connection rather than one item, since the client would not notice a gap. */
  void offer(SseItem item) {
    if (!waiting.offer(item)) {
      end();
    }
  }

  /**
   * Forgets this client at once and lets its writer go. Never waits: only the writer touches the
   * response, which a client that does not read may hold for as long as the server's write
   * time-out, and which the server refuses to anybody else once it has failed.
   */
  void end() {
    if (over.compareAndSet(false, true)) {
      ended.accept(this);
      waiting.clear();
      waiting.offer(WAKE);
    }
  }

  private void write(List<SseItem> present) {
    try {
      // The client learns at once that the stream stands, also when there is nothing to tell yet.
      emitter.send(SseEmitter.event().comment("open"));
      for (SseItem item : present) {
        send(item);
      }
      writeWhatComes();
    } catch (IOException | IllegalStateException e) {
      // The client is gone, which is how most streams end.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end();
      complete();
    }
  }

  private void writeWhatComes() throws IOException, InterruptedException {
    while (!over.get()) {
      SseItem item = waiting.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
      if (over.get()) {
        return;
      }
      if (item == null) {
        emitter.send(SseEmitter.event().comment("still here"));
      } else {
        send(item);
      }
    }
  }

  private void complete() {
    try {
      emitter.complete();
    } catch (IllegalStateException e) {
      // The server has ended a response that failed.
    }
  }

  private void send(SseItem item) throws IOException {
    emitter.send(
        SseEmitter.event()
            .id(item.id())
            .name(item.event())
            .data(item.data(), MediaType.APPLICATION_JSON));
  }

  private static final class Unbuffered extends SseEmitter {

    Unbuffered(long timeoutMillis) {
      super(timeoutMillis);
    }

    @Override
    protected void extendResponse(ServerHttpResponse response) {
      super.extendResponse(response);
      response.getHeaders().set("X-Accel-Buffering", "no");
      response.getHeaders().setCacheControl("no-cache");
    }
  }
}
