package org.nuanxin.membership.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.EventType;
import org.nuanxin.events.Topics;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.kit.testing.TestKafka;
import org.nuanxin.membership.RunningService;
import org.nuanxin.membership.Worker;

class SignUpJourneyTest extends RunningService {

  private static final int AT_ONCE = 50;

  @Test
  void approvesAtOnceAndShowsTheMembership() {
    Worker worker = Worker.somebody();

    Answer answer = apply(worker);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("/state")).isEqualTo("APPROVED");
    assertThat(answer.text("/union/route")).isEqualTo("INDUSTRY");
    assertThat(answer.text("/membershipNumber")).matches("460200-20\\d\\d-\\d{7,}-\\d");
    Answer me = get(worker.token(), "/api/v1/me");
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.text("/name")).isEqualTo(worker.name());
    assertThat(me.text("/state")).isEqualTo("ACTIVE");
    Answer read = get(worker.token(), answer.header("Location"));
    assertThat(read.text("/history/1/action")).isEqualTo("APPROVED");
    assertThat(read.header("ETag")).isEqualTo("\"2\"");
    assertThat(get(worker.token(), "/api/v1/me/applications").text("/items/0/id"))
        .isEqualTo(answer.text("/id"));
  }

  @Test
  void sendsTheEventsInOrderKeyedByTheMember() {
    Answer answer = apply(Worker.somebody());

    List<ConsumerRecord<String, byte[]>> events = events(answer.text("/memberId"), 2);

    assertThat(events)
        .extracting(event -> TestKafka.header(event, "ce_type"))
        .containsExactly(EventType.APPLICATION_SUBMITTED.type(), EventType.MEMBER_JOINED.type());
    assertThat(events)
        .extracting(event -> TestKafka.header(event, "ce_sequence"))
        .containsExactly("1", "2");
    assertThat(events)
        .allSatisfy(event -> {
          String payload = new String(event.value());
          assertThat(payload).doesNotContain("符亚海").doesNotContain("139000");
        });
  }

  @Nested
  class WhenManyCallsComeAtOnce {

    @Test
    void makesOneMemberOfFiftyCallsWithOneKey() {
      Worker worker = Worker.somebody();
      String key = UUID.randomUUID().toString();

      List<Answer> answers = atOnce(i -> apply(worker.token(), key, worker.application()));

      assertThat(answers).extracting(Answer::status).containsOnly(201);
      assertThat(answers).extracting(answer -> answer.text("/id")).containsOnly(id(answers));
    }

    @Test
    void makesOneMemberOfFiftyCallsWithKeysOfTheirOwn() {
      Worker worker = Worker.somebody();

      List<Answer> answers = atOnce(i -> apply(worker));

      Map<Integer, List<Answer>> byStatus =
          answers.stream().collect(Collectors.groupingBy(Answer::status));
      assertThat(byStatus).containsOnlyKeys(201, 409);
      assertThat(byStatus.get(201)).hasSize(1);
      assertThat(byStatus.get(409))
          .extracting(answer -> answer.text("/applicationId"))
          .containsOnly(id(byStatus.get(201)));
    }

    private String id(List<Answer> answers) {
      return answers.getFirst().text("/id");
    }
  }

  @Nested
  class WhenTheKeyWasUsedBefore {

    private final Worker worker = Worker.somebody();

    @Test
    void repeatsTheAnswerForTheSameBody() {
      Answer first = apply(worker.token(), "key-1", worker.application());
      Answer second = apply(worker.token(), "key-1", worker.application());

      assertThat(second.status()).isEqualTo(201);
      assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void refusesAnotherBody() {
      apply(worker.token(), "key-1", worker.application());

      Answer answer = apply(worker.token(), "key-1", worker.with("occupation", "OTHER"));

      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.text("/code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void doesNotMeetTheKeyOfAnotherCaller() {
      Worker other = Worker.somebody();
      apply(worker.token(), "key-1", worker.application());

      assertThat(apply(other.token(), "key-1", other.application()).status()).isEqualTo(201);
    }
  }

  @Nested
  class WhenThePersonIsThereAlready {

    private final Worker worker = Worker.somebody();

    @Test
    void tellsThePersonWhichApplicationItIs() {
      String id = apply(worker).text("/id");

      Answer answer = apply(worker);

      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.text("/applicationId")).isEqualTo(id);
    }

    @Test
    void tellsNobodyElseAnything() {
      apply(worker);
      Worker stranger = new Worker(worker.name(), worker.idNumber(), Worker.somebody().phone());

      Answer answer = apply(stranger);

      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.text("/code")).isEqualTo("cannot-apply");
      assertThat(answer.body()).doesNotContain("applicationId");
    }

    @Test
    void tellsNothingOfWhoeverHasThePhone() {
      apply(worker);
      Worker other = new Worker("王二", Worker.somebody().idNumber(), worker.phone());

      Answer answer = apply(other);

      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.text("/code")).isEqualTo("cannot-apply");
    }
  }

  @Nested
  class WhenStaffAppliesForSomebody {

    @Test
    void approvesAtOnceAndRecordsWhoDidIt() {
      Worker worker = Worker.somebody();
      String reviewer = TestTokens.staff(Role.REVIEWER, "460200");

      Answer answer = apply(reviewer, UUID.randomUUID().toString(), worker.application());

      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.text("/state")).isEqualTo("APPROVED");
      assertThat(answer.text("/history/0/actor")).startsWith("staff:REVIEWER");
    }

    @Test
    void keepsToItsOwnUnionsAndStation() {
      Worker worker = Worker.somebody();

      assertThat(
              apply(TestTokens.staff(Role.UNION_ADMIN, "460205"), "k", worker.application())
                  .status())
          .isEqualTo(403);
      assertThat(apply(TestTokens.keeper("st-001"), "k", worker.application()).errors())
          .containsExactly("stationCode:NOT_YOUR_STATION");
      assertThat(
              apply(TestTokens.keeper("st-001"), "k", worker.with("stationCode", "st-001"))
                  .status())
          .isEqualTo(201);
    }

    @Test
    void refusesRolesThatMayNotApply() {
      Worker worker = Worker.somebody();

      assertThat(apply(TestTokens.staff(Role.AUDITOR), "k", worker.application()).status())
          .isEqualTo(403);
      assertThat(apply("", "k", worker.application()).status()).isEqualTo(401);
    }
  }

  @Test
  void keepsOneWorkersApplicationFromAnother() {
    Answer answer = apply(Worker.somebody());

    assertThat(get(Worker.somebody().token(), answer.header("Location")).status()).isEqualTo(404);
    assertThat(
            get(TestTokens.worker(Worker.somebody().phone(), "110000"), answer.header("Location"))
                .status())
        .isEqualTo(404);
  }

  private static List<Answer> atOnce(IntFunction<Answer> call) {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> calls = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        int n = i;
        calls.add(() -> call.apply(n));
      }
      return callers.invokeAll(calls).stream().map(Future::resultNow).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<ConsumerRecord<String, byte[]>> events(String memberId, int count) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> TestKafka.records(Topics.MEMBERSHIP, memberId), it -> it.size() >= count);
  }
}
