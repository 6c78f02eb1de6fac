package org.nuanxin.membership.member.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.pii.TestPii;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.security.Role;
import org.nuanxin.localstack.sample.Roster;
import org.nuanxin.localstack.sample.Worker;
import org.nuanxin.membership.calendar.WorkingCalendar;
import org.nuanxin.membership.identity.SealedIdentities;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.ApplicationState;
import org.nuanxin.membership.member.ApplyForMembership;
import org.nuanxin.membership.member.AutoReview;
import org.nuanxin.membership.member.Judgement;
import org.nuanxin.membership.member.Rule;
import org.nuanxin.membership.member.mongo.Rehearsal;
import org.nuanxin.membership.reference.Consents;
import org.nuanxin.membership.reference.ReferenceData;
import org.nuanxin.membership.union.Route;
import org.nuanxin.membership.union.UnionTree;

/** The sample workers of the local stack, taken through validation, routing and rules. */
class SampleRosterTest {

  private final UnionTree unions = ReferenceData.unionTree();
  private final Consents consents = ReferenceData.consents();
  private final WorkingCalendar calendar =
      ReferenceData.calendar(ZoneId.of("Asia/Shanghai"), LocalTime.of(17, 30));
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-24T01:05:00Z"), ZoneOffset.UTC);
  private final SealedIdentities identities =
      new SealedIdentities(TestPii.personalData(), TestPii.blindIndex());
  private final Applicants applicants =
      new Applicants(
          new ApplicationCheck(new RoutingCheck(unions), consents, calendar, clock),
          identities,
          new Scope(unions),
          unions,
          "460200");
  private final ApplyForMembership apply =
      new ApplyForMembership(
          new Rehearsal(),
          identities,
          new Judgement(
              unions,
              calendar,
              new AutoReview(Rule.DEFAULT, Set.of()),
              (federation, at) -> "460200-2026-0000001-8",
              consents.current()),
          at -> "member",
          clock);

  @Test
  void approvesEveryoneAndUsesTheRoutes() {
    List<Worker> roster = Roster.load();
    Set<Route> routes = new HashSet<>();

    for (Worker worker : roster) {
      Application application = approved(worker);
      routes.add(application.route());
    }

    assertThat(roster).hasSize(2000);
    assertThat(routes).contains(Route.KEY_ENTERPRISE, Route.INDUSTRY);
  }

  private Application approved(Worker worker) {
    String employer = worker.employer();
    ApplicationRequest request =
        new ApplicationRequest(
            worker.name(),
            worker.idNumber(),
            worker.phone(),
            worker.occupation(),
            List.copyOf(worker.platforms()),
            employer == null ? null : new ApplicationRequest.EmployerRequest(employer),
            worker.communityCode(),
            null,
            consents.current(),
            worker.language());
    Caller caller =
        new Caller(
            "worker",
            "460200",
            Set.of(Role.WORKER),
            List.of(),
            null,
            identities.phoneIndexes("+86" + worker.phone()).getFirst());
    var outcome = apply.handle(applicants.applying(caller, "key", request));
    assertThat(outcome).isInstanceOf(ApplyForMembership.Accepted.class);
    Application application = ((ApplyForMembership.Accepted) outcome).application();
    assertThat(application.state()).isEqualTo(ApplicationState.APPROVED);
    return application;
  }
}
