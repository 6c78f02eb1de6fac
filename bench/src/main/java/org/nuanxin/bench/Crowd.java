package org.nuanxin.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.nuanxin.localstack.demo.ApiClient;
import org.nuanxin.localstack.demo.GaveUp;
import org.nuanxin.localstack.demo.Insistence;
import org.nuanxin.localstack.demo.ProviderBooks;
import org.nuanxin.localstack.demo.WorkerPhone;
import org.nuanxin.localstack.sample.People;
import org.nuanxin.localstack.sample.Worker;

/**
 * Gathers workers who have never signed up, and signs each in by a one-time code, before anything
 * is measured. They call from a number of addresses, as workers do, so that the limit per address
 * stays what it is.
 */
final class Crowd {

  /** Bench people begin far behind the roster and its continuation. */
  private static final long FIRST = 1_000_000;

  private static final int ADDRESSES = 16;
  private static final int AT_ONCE = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String gateway;
  private final ProviderBooks books;
  private final String consentVersion;
  private final People people = new People();
  private long next;

  Crowd(String gateway, ProviderBooks books, String consentVersion) throws InterruptedException {
    this.gateway = gateway;
    this.books = books;
    this.consentVersion = consentVersion;
    this.next = firstFresh();
  }

  /** Earlier runs took people in order, so the first silent phone is found by halving. */
  private long firstFresh() throws InterruptedException {
    long step = 1;
    while (isKnown(FIRST + step - 1)) {
      step *= 2;
    }
    long known = FIRST + step / 2 - 1;
    long fresh = FIRST + step - 1;
    while (fresh - known > 1) {
      long middle = (known + fresh) / 2;
      if (isKnown(middle)) {
        known = middle;
      } else {
        fresh = middle;
      }
    }
    return fresh;
  }

  private boolean isKnown(long ordinal) throws InterruptedException {
    return books.knows(people.worker(ordinal).phone(), Insistence.lasting(PATIENCE));
  }

  /** Signs in that many workers nobody has seen before. */
  List<Applicant> signIn(int count, PrintWriter out) throws InterruptedException {
    List<ApiClient> phones = phones();
    ConcurrentLinkedQueue<Applicant> applicants = new ConcurrentLinkedQueue<>();
    AtomicInteger taken = new AtomicInteger();
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        ApiClient phone = phones.get(i % phones.size());
        running.add(
            threads.submit(() -> {
              for (int n = taken.getAndIncrement(); n < count; n = taken.getAndIncrement()) {
                applicants.add(applicant(phone, people.worker(next + n)));
              }
              return null;
            }));
      }
      for (Future<?> future : running) {
        future.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GaveUp gaveUp) {
        throw gaveUp;
      }
      throw new IllegalStateException("Signing in broke off", e.getCause());
    }
    next += count;
    double seconds = (System.nanoTime() - begin) / 1e9;
    out.printf(
        Locale.ROOT, "%d workers signed in, %.0f a second%n", applicants.size(), count / seconds);
    out.flush();
    return List.copyOf(applicants);
  }

  /** Addresses of the loopback network; one where the system has no more. */
  private List<ApiClient> phones() {
    List<ApiClient> phones = new ArrayList<>();
    try {
      for (int i = 0; i < ADDRESSES; i++) {
        ApiClient phone =
            ApiClient.from(
                gateway, InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (i + 1)}));
        phone.get("/api/v1/consents/current", null);
        phones.add(phone);
      }
    } catch (IOException e) {
      return List.of(new ApiClient(gateway));
    }
    return phones;
  }

  private Applicant applicant(ApiClient phone, Worker worker) throws InterruptedException {
    String token = new WorkerPhone(phone, books, worker).signIn(Insistence.lasting(PATIENCE));
    byte[] application =
        phone.postRequest(
            "/api/v1/applications",
            token,
            UUID.randomUUID().toString(),
            WorkerPhone.application(worker, consentVersion));
    return new Applicant(worker, token, application);
  }
}
