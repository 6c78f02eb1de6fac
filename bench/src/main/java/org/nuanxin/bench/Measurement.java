package org.nuanxin.bench;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.nuanxin.localstack.demo.ApiClient;
import org.nuanxin.localstack.demo.ProviderBooks;
import org.nuanxin.localstack.workspace.LocalState;
import org.nuanxin.localstack.workspace.Workspace;

/** Puts loads on a stack, one after the other, and measures each to its very end. */
final class Measurement implements AutoCloseable {

  private static final int MESSAGES = 4;
  private static final Duration DRAIN = Duration.ofSeconds(120);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final Workspace workspace;
  private final LocalState state;
  private final ProviderBooks books;
  private final MongoClient mongo;
  private final GrantTail tail;
  private final Backlog backlog;

  Measurement(Workspace workspace, LocalState state, ProviderBooks books, MongoClient mongo)
      throws IOException {
    this.workspace = workspace;
    this.state = state;
    this.books = books;
    this.mongo = mongo;
    this.tail = GrantTail.start(state.kafka(), new SignUpLog());
    this.backlog = Backlog.watch(state);
  }

  Figures measure(Load load, Iterator<Applicant> applicants) throws InterruptedException {
    backlog.awaitNone(DRAIN);
    SignUpLog log = new SignUpLog();
    tail.tell(log);
    backlog.reset();
    Books before = Books.read(books, mongo);
    ApiClient gateway = new ApiClient(state.gateway());
    InboxSample sample = new InboxSample(gateway, books);
    ProcessorTime cpuBefore = processorTime();
    long begin = System.nanoTime();
    load.run(applicants, new Sender(gateway, log, sample));
    long sent = System.nanoTime();
    awaitEnd(log, before.messages());
    long end = System.nanoTime();
    ProcessorTime cpu = processorTime().since(cpuBefore);
    sample.close();
    return new Figures(
        load,
        (sent - begin) / 1e9,
        (end - begin) / 1e9,
        log.accepted(),
        log.refusals(),
        log.granted(),
        log.overGranted(),
        cpu,
        log.answers(),
        log.grants(),
        sample.complete(),
        sample.wrong(),
        Books.read(books, mongo).since(before),
        backlog.peakOutbox(),
        backlog.peakLag(),
        backlog.deadLetters(),
        backlog.unanswered());
  }

  /** Until every accepted sign-up is granted and its messages are stored, or nothing more comes. */
  private void awaitEnd(SignUpLog log, long messagesBefore) throws InterruptedException {
    long deadline = System.nanoTime() + DRAIN.toNanos();
    while (System.nanoTime() < deadline) {
      boolean granted = log.granted() >= log.accepted();
      if (granted && Books.messages(mongo) - messagesBefore >= MESSAGES * log.accepted()) {
        return;
      }
      Thread.sleep(LOOK.toMillis());
    }
  }

  private ProcessorTime processorTime() {
    // Read anew each time: a service that was started again has another process id.
    LocalState now = LocalState.running(workspace).orElse(state);
    Map<Long, String> names = new HashMap<>();
    names.put(now.launcher(), "launcher (Kafka, sandbox)");
    now.services().forEach(service -> names.put(service.pid(), service.instance()));
    return ProcessorTime.of(now.launcher(), names);
  }

  @Override
  public void close() {
    tail.close();
    backlog.close();
  }
}
