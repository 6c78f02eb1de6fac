package org.nuanxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.nuanxin.localstack.demo.ApiClient;
import org.nuanxin.localstack.demo.ProviderBooks;
import org.nuanxin.localstack.sandbox.http.Answer;

class LoadTest {

  private final SignUpLog log = new SignUpLog();

  private Sender sender(StandInGateway gateway) {
    // The sample is offered workers who never see anything; it is not waited for here.
    ApiClient client = gateway.client();
    return new Sender(client, log, new InboxSample(client, new ProviderBooks(gateway.url())));
  }

  @Test
  void closedLoopKeepsSoManyOnTheirWayAndSendsEachOnce() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (StandInGateway gateway =
        StandInGateway.answering(member -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          Thread.sleep(5);
          now.decrementAndGet();
          return StandInGateway.accept(member);
        })) {
      new Load.Closed(8, Duration.ofSeconds(30), 10)
          .run(gateway.applicants(300).iterator(), sender(gateway));
    }

    assertThat(log.accepted()).isEqualTo(300);
    assertThat(log.refusals()).isEmpty();
    assertThat(most.get()).isBetween(2, 8);
  }

  @Test
  void closedLoopEndsWithItsTime() throws Exception {
    try (StandInGateway gateway =
        StandInGateway.answering(member -> {
          Thread.sleep(100);
          return StandInGateway.accept(member);
        })) {
      new Load.Closed(1, Duration.ofSeconds(1), 500)
          .run(gateway.applicants(100).iterator(), sender(gateway));
    }

    assertThat(log.accepted()).isBetween(1L, 12L);
  }

  @Test
  void pacedLoadCountsTheWaitOfAStalledSystemForEveryoneWhoWasDue() throws Exception {
    AtomicLong begin = new AtomicLong();
    try (StandInGateway gateway =
        StandInGateway.answering(member -> {
          // From the first arrival on, however late a busy machine begins.
          begin.compareAndSet(0, System.nanoTime());
          long stalledFor = 1_000 - (System.nanoTime() - begin.get()) / 1_000_000;
          if (stalledFor > 0) {
            Thread.sleep(stalledFor);
          }
          return StandInGateway.accept(member);
        })) {
      List<Applicant> applicants = gateway.applicants(100);
      Sender sender = sender(gateway);
      new Load.Paced(100, Duration.ofSeconds(1)).run(applicants.iterator(), sender);
    }

    assertThat(log.accepted()).isEqualTo(100);
    // Those due in the first half of the stalled second waited for at least its second half.
    assertThat(log.answers().getValueAtPercentile(60)).isGreaterThan(400_000);
  }

  @Test
  void whatIsNotAcceptedIsCountedByStatus() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    try (StandInGateway gateway =
        StandInGateway.answering(member ->
            switch (calls.getAndIncrement()) {
              case 0 -> Answer.problem(503, "busy");
              case 1 -> new Answer.Drop();
              case 2 -> Answer.json(201, "{\"memberId\":null}");
              default -> StandInGateway.accept(member);
            })) {
      new Load.Closed(1, Duration.ofSeconds(10), 1)
          .run(gateway.applicants(5).iterator(), sender(gateway));
    }

    assertThat(log.accepted()).isEqualTo(2);
    assertThat(log.refusals()).containsOnlyKeys(503, 0, 201);
  }
}
