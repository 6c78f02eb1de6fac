package org.nuanxin.membership.member;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.ApplicationSubmitted;
import org.nuanxin.events.MemberJoined;
import org.nuanxin.events.MemberPhoneChanged;
import org.nuanxin.events.MembershipEvent;
import org.nuanxin.membership.union.Union;

/** A person at the moment of applying: somebody new, or a member as stored. */
final class Submitting {

  private final String id;
  private final String federation;
  private final Identity identity;
  private final @Nullable Member before;

  Submitting(String id, String federation, Identity identity, @Nullable Member before) {
    this.id = id;
    this.federation = federation;
    this.identity = identity;
    this.before = before;
  }

  Member take(Submission incoming) {
    Application application = application(incoming);
    Membership membership = before == null ? null : before.membership();
    List<MembershipEvent> events = new ArrayList<>(2);
    if (before != null && Collections.disjoint(before.identity().phones(), identity.phones())) {
      events.add(
          new MemberPhoneChanged(
              federation,
              id,
              identity.phoneIndex(),
              before.identity().phoneLeftFor(identity),
              incoming.at()));
    }
    events.add(submitted(application, incoming));
    if (incoming.isApproved()) {
      Membership joined = joined(membership, incoming::number, application, incoming.at());
      Union union = incoming.assignment().union();
      events.add(memberJoined(id, federation, identity, joined, application, union, incoming.at()));
      membership = joined;
    }
    return new Member(
        id,
        federation,
        (before == null ? 0 : before.version()) + events.size(),
        identity,
        bounded(application),
        membership,
        keysWith(incoming, application.ordinal()),
        events);
  }

  static Membership joined(
      @Nullable Membership before, Supplier<String> number, Application application, Instant at) {
    return before == null
        ? Membership.first(number.get(), application.unionId(), application.id(), at)
        : before.again(application.unionId(), application.id(), at);
  }

  static MemberJoined memberJoined(
      String id,
      String federation,
      Identity identity,
      Membership joined,
      Application application,
      Union union,
      Instant at) {
    Details details = application.details();
    return new MemberJoined(
        federation,
        id,
        application.id(),
        joined.number(),
        joined.joining().ordinal(),
        identity.phoneIndex(),
        details.language().tag(),
        details.occupation().name(),
        details.communityCode(),
        union.id(),
        union.name().in(details.language().tag()),
        union.path().isEmpty() ? null : union.path(),
        at);
  }

  private Application application(Submission incoming) {
    int ordinal = before == null ? 1 : before.current().ordinal() + 1;
    boolean approved = incoming.isApproved();
    Instant at = incoming.at();
    return new Application(
        Application.idOf(id, ordinal),
        ordinal,
        approved ? ApplicationState.APPROVED : ApplicationState.IN_REVIEW,
        incoming.details(),
        incoming.assignment().union().id(),
        incoming.assignment().route(),
        !approved,
        approved ? null : incoming.dueAt(),
        at,
        List.of(
            Step.of(at, incoming.actor(), Step.Action.SUBMITTED),
            approved
                ? Step.of(at, Step.RULES, Step.Action.APPROVED)
                : Step.of(at, Step.RULES, Step.Action.SENT_TO_REVIEW, names(incoming))),
        List.of());
  }

  private static String names(Submission incoming) {
    return incoming.failedRules().stream()
        .map(Rule::name)
        .collect(Collectors.joining(Step.BETWEEN_RULES));
  }

  private ApplicationSubmitted submitted(Application application, Submission incoming) {
    Details details = incoming.details();
    String language = details.language().tag();
    Union union = incoming.assignment().union();
    return new ApplicationSubmitted(
        federation,
        id,
        application.id(),
        identity.phoneIndex(),
        language,
        details.occupation().name(),
        details.communityCode(),
        union.id(),
        union.name().in(language),
        incoming.assignment().route().name(),
        !incoming.isApproved(),
        application.dueAt(),
        incoming.at());
  }

  private List<Application> bounded(Application newest) {
    if (before == null) {
      return List.of(newest);
    }
    List<Application> all = new ArrayList<>(before.applications());
    all.add(newest);
    return all.subList(Math.max(0, all.size() - Member.BOUND), all.size());
  }

  private List<KeyUse> keysWith(Submission incoming, int ordinal) {
    KeyUse use = new KeyUse(incoming.keyHash(), incoming.bodyDigest(), ordinal, incoming.at());
    if (before == null) {
      return List.of(use);
    }
    List<KeyUse> kept = new ArrayList<>(before.keysOfLastWeek(incoming.at()));
    kept.add(use);
    return kept;
  }
}
