package org.nuanxin.membership.member.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.nuanxin.kit.mongo.Ids;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.security.Role;
import org.nuanxin.membership.calendar.WorkingCalendar;
import org.nuanxin.membership.member.ApplyForMembership;
import org.nuanxin.membership.member.AutoReview;
import org.nuanxin.membership.member.Identities;
import org.nuanxin.membership.member.Judgement;
import org.nuanxin.membership.member.Rule;
import org.nuanxin.membership.member.mongo.Rehearsal;
import org.nuanxin.membership.reference.Consents;
import org.nuanxin.membership.union.UnionTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks the path of an application before the service says it is ready, from its JSON to its BSON,
 * and stores nothing. The person is the example in the standard for ID numbers.
 */
@Component
@ConditionalOnBooleanProperty("nuanxin.warm-up")
class WarmUp implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(WarmUp.class);
  private static final int ROUNDS = 1_000;
  private static final int CALLS = 20;
  private static final Duration LONGEST = Duration.ofMillis(1_500);
  private static final String PHONE = "13800138000";
  private static final String BODY =
      """
      {"name": "符亚海", "idNumber": "11010519491231002X", "phone": "13800138000",
       "occupation": "COURIER", "platforms": ["示例"], "employer": {"name": "示例个体户"},
       "communityCode": "460202198001", "stationCode": null, "consentVersion": "%s",
       "language": "zh-CN"}
      """;

  private final Applicants applicants;
  private final Identities identities;
  private final UnionTree unions;
  private final WorkingCalendar calendar;
  private final Consents consents;
  private final Clock clock;
  private final JsonMapper json;
  private final Environment environment;
  private final String federation;

  WarmUp(
      Applicants applicants,
      Identities identities,
      UnionTree unions,
      WorkingCalendar calendar,
      Consents consents,
      Clock clock,
      JsonMapper json,
      Environment environment,
      @Value("${nuanxin.federation:460200}") String federation) {
    this.applicants = applicants;
    this.identities = identities;
    this.unions = unions;
    this.calendar = calendar;
    this.consents = consents;
    this.clock = clock;
    this.json = json;
    this.environment = environment;
    this.federation = federation;
  }

  @Override
  public void run(ApplicationArguments arguments) throws InterruptedException {
    rehearse();
    try {
      callMyself();
    } catch (IOException e) {
      // A machine too busy to answer itself in time is cold, not broken: it starts all the same.
      log.info("The warm-up was cut short: {}", e.getClass().getSimpleName());
    }
  }

  private void rehearse() {
    Judgement judgement =
        new Judgement(
            unions,
            calendar,
            new AutoReview(Rule.DEFAULT, Set.of()),
            (of, at) -> of + "-0000-0000000-0",
            consents.current());
    ApplyForMembership apply =
        new ApplyForMembership(new Rehearsal(), identities, judgement, Ids::next, clock);
    Caller caller =
        new Caller(
            "warm-up",
            federation,
            Set.of(Role.WORKER),
            List.of(),
            null,
            identities.phoneIndexes("+86" + PHONE).getFirst());
    String body = BODY.formatted(consents.current());
    Instant until = clock.instant().plus(LONGEST);
    for (int i = 0; i < ROUNDS && clock.instant().isBefore(until); i++) {
      ApplicationRequest request = json.readValue(body, ApplicationRequest.class);
      if (apply.handle(applicants.applying(caller, "warm-up", request))
          instanceof ApplyForMembership.Accepted it) {
        json.writeValueAsBytes(ApplicationView.of(it.member(), it.application(), unions, null));
      }
    }
  }

  private void callMyself() throws IOException, InterruptedException {
    String self =
        "http://"
            + environment.getProperty("server.address", "127.0.0.1")
            + ":"
            + environment.getRequiredProperty("local.server.port");
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (int i = 0; i < CALLS; i++) {
        call(client, HttpRequest.newBuilder(URI.create(self + "/api/v1/communities?limit=5")));
        // Without a token: as far as the door, and back with a problem.
        call(
            client,
            HttpRequest.newBuilder(URI.create(self + "/api/v1/applications"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
      }
    }
  }

  private static void call(HttpClient client, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    client.send(request.timeout(LONGEST).build(), BodyHandlers.discarding());
  }
}
