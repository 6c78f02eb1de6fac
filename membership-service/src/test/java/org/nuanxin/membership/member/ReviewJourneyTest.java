package org.nuanxin.membership.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.membership.RunningService;
import org.nuanxin.membership.Worker;
import org.nuanxin.membership.access.AccessLog;
import org.springframework.beans.factory.annotation.Autowired;

class ReviewJourneyTest extends RunningService {

  private static final String QUEUE = "/api/v1/review/applications";

  private final Worker worker = Worker.somebody();
  private final String reviewer = TestTokens.staff(Role.REVIEWER, "industry-courier");

  @Autowired private AccessLog accessLog;

  private Answer submitted() {
    return apply(worker.token(), UUID.randomUUID().toString(), worker.forReview());
  }

  private String decide(String id, String decision) {
    return QUEUE + "/" + id + "/" + decision;
  }

  @Test
  void queuesWhatARuleDoesNotPassAndMasksIt() {
    Answer submitted = submitted();

    assertThat(submitted.status()).isEqualTo(201);
    assertThat(submitted.text("/state")).isEqualTo("IN_REVIEW");
    assertThat(submitted.json().at("/memberId").isNull()).isTrue();
    assertThat(submitted.text("/history/1/reason")).isEqualTo("EMPLOYER_UNAMBIGUOUS");
    assertThat(get(worker.token(), "/api/v1/me").status()).isEqualTo(404);
    Answer page = get(reviewer, QUEUE + "?limit=100");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains(submitted.text("/id")).contains("符**");
    assertThat(page.body()).doesNotContain(worker.idNumber()).doesNotContain(worker.phone());
  }

  @Test
  void approvesAndTheWorkerIsAMember() {
    String id = submitted().text("/id");

    Answer approved = post(reviewer, decide(id, "approve"));

    assertThat(approved.status()).isEqualTo(200);
    assertThat(approved.text("/state")).isEqualTo("APPROVED");
    Answer me = get(worker.token(), "/api/v1/me");
    assertThat(me.text("/state")).isEqualTo("ACTIVE");
    assertThat(me.text("/union/id")).isEqualTo("industry-courier");
  }

  @Test
  void takesOneBodyForAllDecisions() {
    Map<String, Object> body = Map.of("reason", "材料齐全", "fields", List.of("name"));

    assertThat(post(reviewer, decide(submitted().text("/id"), "approve"), body).text("/state"))
        .isEqualTo("APPROVED");
    Worker refused = Worker.somebody();
    String id =
        apply(refused.token(), UUID.randomUUID().toString(), refused.forReview()).text("/id");
    assertThat(post(reviewer, decide(id, "reject"), body).text("/state")).isEqualTo("REJECTED");
  }

  @Test
  void letsTheReviewerPickTheUnion() {
    String id = submitted().text("/id");
    String admin = TestTokens.staff(Role.UNION_ADMIN, "460200");

    Answer approved = post(admin, decide(id, "approve"), Map.of("union", "key-haiyun-express"));

    assertThat(approved.text("/union/id")).isEqualTo("key-haiyun-express");
    assertThat(approved.text("/union/route")).isEqualTo("KEY_ENTERPRISE");
  }

  @Test
  void letsOneOfManyReviewersDecideAndTellsTheOthersWhoItWas() throws InterruptedException {
    String id = submitted().text("/id");
    List<Callable<Answer>> calls = new ArrayList<>();
    IntStream.range(0, 10)
        .forEach(i ->
            calls.add(() ->
                post(
                    TestTokens.staff(Role.FEDERATION_ADMIN, "r" + i),
                    decide(id, i % 2 == 0 ? "approve" : "reject"),
                    i % 2 == 0 ? Map.of() : Map.of("reason", "不在本市从业"))));

    List<Answer> answers;
    try (ExecutorService reviewers = Executors.newVirtualThreadPerTaskExecutor()) {
      answers = reviewers.invokeAll(calls).stream().map(Future::resultNow).toList();
    }

    assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 409);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .allSatisfy(answer -> {
          assertThat(answer.text("/code")).isEqualTo("already-decided");
          assertThat(answer.text("/decidedBy")).startsWith("staff:FEDERATION_ADMIN:r");
          assertThat(answer.text("/decidedAt")).isNotEmpty();
        });
  }

  @Test
  void hidesWhatIsNotWithinTheReviewersUnions() {
    String id = submitted().text("/id");
    String elsewhere = TestTokens.staff(Role.REVIEWER, "460205");

    assertThat(post(elsewhere, decide(id, "approve")).status()).isEqualTo(404);
    assertThat(get(elsewhere, "/api/v1/applications/" + id).status()).isEqualTo(404);
    assertThat(get(elsewhere, QUEUE).body()).doesNotContain(id);
    assertThat(
            post(TestTokens.staffOf("110000", Role.FEDERATION_ADMIN), decide(id, "approve"))
                .status())
        .isEqualTo(404);
    assertThat(post(TestTokens.staff(Role.AUDITOR), decide(id, "approve")).status()).isEqualTo(403);
    assertThat(post(worker.token(), decide(id, "approve")).status()).isEqualTo(403);
  }

  @Test
  void writesDownWhoLookedAtTheFullRecord() {
    String id = submitted().text("/id");

    Answer full = get(reviewer, "/api/v1/applications/" + id);
    get(reviewer, "/api/v1/applications/" + id);

    assertThat(full.text("/form/idNumber")).isEqualTo(worker.idNumber());
    Answer log = get(worker.token(), "/api/v1/me/access-log");
    assertThat(log.json().at("/items").size()).isEqualTo(2);
    assertThat(log.text("/items/0/account")).startsWith("staff:REVIEWER");
    assertThat(accessLog.isIntact(id.substring(0, id.indexOf('-')))).isTrue();
  }

  @Test
  void pagesThroughTheQueueWithSignedCursors() {
    String first = submitted().text("/id");
    Worker other = Worker.somebody();
    String second =
        apply(other.token(), UUID.randomUUID().toString(), other.forReview()).text("/id");
    List<String> seen = new ArrayList<>();
    String next = "";
    do {
      Answer page = get(reviewer, QUEUE + "?limit=1" + next);
      page.json().at("/items").forEach(item -> seen.add(item.path("id").asString()));
      next = page.json().at("/next").isNull() ? "" : "&cursor=" + page.text("/next");
    } while (!next.isEmpty());

    assertThat(seen).contains(first, second).doesNotHaveDuplicates();
    assertThat(get(reviewer, QUEUE + "?cursor=forged").status()).isEqualTo(400);
    assertThat(get(reviewer, QUEUE + "?limit=101").status()).isEqualTo(400);
    assertThat(get(reviewer, QUEUE + "?state=NEW").status()).isEqualTo(400);
    assertThat(get(reviewer, QUEUE + "?due=soon").status()).isEqualTo(400);
    assertThat(get(reviewer, QUEUE + "?due=2020-01-01").json().at("/items").size()).isZero();
    assertThat(get(reviewer, QUEUE + "?union=nowhere").status()).isEqualTo(400);
  }

  @Nested
  class WhenItIsGivenBack {

    private final String id = submitted().text("/id");

    private Answer givenBack() {
      return post(
          reviewer,
          decide(id, "return"),
          Map.of("reason", "单位名称与营业执照不一致", "fields", List.of("employer")));
    }

    private Answer correct(Map<String, Object> application, String etag) {
      return put(worker.token(), "/api/v1/applications/" + id, application, "If-Match", etag);
    }

    @Test
    void takesTheCorrectionAndQueuesItAgain() {
      Answer returned = givenBack();
      assertThat(returned.text("/state")).isEqualTo("RETURNED");
      String etag = get(worker.token(), "/api/v1/applications/" + id).header("ETag");

      Answer corrected = correct(worker.with("employer", Map.of("name", "个体")), etag);

      assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
      assertThat(corrected.text("/state")).isEqualTo("IN_REVIEW");
      assertThat(post(reviewer, decide(id, "approve")).status()).isEqualTo(200);
      assertThat(get(worker.token(), "/api/v1/me").text("/state")).isEqualTo("ACTIVE");
    }

    @Test
    void takesOnlyWhatWasGivenBackAndOnlyOfTheVersionSeen() {
      givenBack();
      String etag = get(worker.token(), "/api/v1/applications/" + id).header("ETag");

      assertThat(correct(worker.with("occupation", "OTHER"), etag).errors())
          .containsExactly("occupation:NOT_RETURNED");
      assertThat(correct(worker.application(), "\"1\"").status()).isEqualTo(412);
      assertThat(put(worker.token(), "/api/v1/applications/" + id, worker.application()).status())
          .isEqualTo(428);
      assertThat(
              put(
                      Worker.somebody().token(),
                      "/api/v1/applications/" + id,
                      worker.application(),
                      "If-Match",
                      etag)
                  .status())
          .isEqualTo(404);
    }

    @Test
    void takesAnyVersionWhereTheCallerNamesNone() {
      givenBack();

      Answer corrected = correct(worker.with("employer", Map.of("name", "个体")), "*");

      assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
      assertThat(corrected.text("/state")).isEqualTo("IN_REVIEW");
    }

    @Test
    void takesOneOfSeveralVersionsButNoWeakOne() {
      givenBack();
      String etag = get(worker.token(), "/api/v1/applications/" + id).header("ETag");
      Map<String, Object> correction = worker.with("employer", Map.of("name", "个体"));

      assertThat(correct(correction, "W/" + etag).status()).isEqualTo(412);
      assertThat(correct(correction, "\"x\", \"1\"").status()).isEqualTo(412);
      assertThat(correct(correction, "\"x\", " + etag).status()).isEqualTo(200);
    }

    @Test
    void refusesToDecideUntilItIsCorrected() {
      givenBack();

      Answer answer = post(reviewer, decide(id, "approve"));

      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.text("/code")).isEqualTo("not-in-review");
    }

    @Test
    void refusesACorrectionThatNobodyAskedFor() {
      String etag = get(worker.token(), "/api/v1/applications/" + id).header("ETag");

      Answer answer = correct(worker.forReview(), etag);

      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.text("/code")).isEqualTo("not-returned");
    }

    @Test
    void asksForAReasonAndForFieldsThatExist() {
      assertThat(post(reviewer, decide(id, "return"), Map.of()).errors())
          .containsExactlyInAnyOrder("reason:REQUIRED", "fields:REQUIRED");
      assertThat(
              post(
                      reviewer,
                      decide(id, "return"),
                      Map.of("reason", "x", "fields", List.of("$where")))
                  .errors())
          .containsExactly("fields[0]:NOT_ALLOWED");
      assertThat(post(reviewer, decide(id, "reject"), Map.of()).errors())
          .containsExactly("reason:REQUIRED");
    }
  }

  @Nested
  class WhenItIsRefused {

    @Test
    void letsThePersonApplyAgainAndAReviewerLook() {
      String id = submitted().text("/id");
      Answer rejected = post(reviewer, decide(id, "reject"), Map.of("reason", "不在本市从业"));
      assertThat(rejected.text("/state")).isEqualTo("REJECTED");

      Answer again = apply(worker);

      assertThat(again.status()).isEqualTo(201);
      assertThat(again.text("/state")).isEqualTo("IN_REVIEW");
      assertThat(again.text("/id")).isNotEqualTo(id).endsWith("-2");
      assertThat(again.text("/history/1/reason")).isEqualTo("NOT_REFUSED_BEFORE");
      Answer seen = get(reviewer, "/api/v1/applications/" + again.text("/id"));
      assertThat(seen.text("/failedRules/0")).isEqualTo("NOT_REFUSED_BEFORE");
      assertThat(seen.json().at("/duplicates").size()).isEqualTo(1);
      assertThat(seen.text("/duplicates/0/id")).isEqualTo(id);
      assertThat(seen.text("/duplicates/0/state")).isEqualTo("REJECTED");
      assertThat(seen.text("/duplicates/0/submittedAt")).isNotEmpty();
      assertThat(seen.text("/duplicates/0/decidedAt")).isNotEmpty();
      Answer own = get(worker.token(), "/api/v1/applications/" + again.text("/id"));
      assertThat(own.json().at("/duplicates").isNull()).isTrue();
      assertThat(own.json().at("/failedRules").isNull()).isTrue();
      Answer old = post(reviewer, decide(id, "approve"));
      assertThat(old.status()).isEqualTo(409);
      assertThat(old.text("/code")).isEqualTo("already-decided");
    }
  }

  @Test
  void letsTheApplicantTakeItBack() {
    String id = submitted().text("/id");

    assertThat(post(Worker.somebody().token(), "/api/v1/applications/" + id + "/withdraw").status())
        .isEqualTo(404);
    Answer withdrawn = post(worker.token(), "/api/v1/applications/" + id + "/withdraw");

    assertThat(withdrawn.text("/state")).isEqualTo("WITHDRAWN");
    assertThat(post(worker.token(), "/api/v1/applications/" + id + "/withdraw").status())
        .isEqualTo(409);
    assertThat(apply(worker).text("/state")).isEqualTo("APPROVED");
  }
}
