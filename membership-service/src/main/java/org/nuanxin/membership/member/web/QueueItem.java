package org.nuanxin.membership.member.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.pii.Masked;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.ApplicationState;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Person;
import org.nuanxin.membership.union.Occupation;

/**
 * An application in the queue; personal data masked, for the full record is looked at one by one.
 *
 * @param warning {@code CALENDAR_NOT_PUBLISHED} where it waits and nobody can say until when, as
 *     the working days of the year are not published here; else null
 * @param reason of its latest step: the rules that did not pass, or a reviewer's words
 */
record QueueItem(
    String id,
    ApplicationState state,
    @Nullable Instant dueAt,
    @Nullable String warning,
    Instant submittedAt,
    long version,
    UnionRef union,
    String name,
    String idNumber,
    String phone,
    Occupation occupation,
    @Nullable String employer,
    String communityCode,
    @Nullable String reason) {

  /** A union and the way that led there. */
  record UnionRef(String id, String name, String route) {}

  static QueueItem of(Member member, Person person, String unionName) {
    Application application = member.current();
    return new QueueItem(
        application.id(),
        application.state(),
        application.dueAt(),
        isUndated(application) ? "CALENDAR_NOT_PUBLISHED" : null,
        application.submittedAt(),
        member.version(),
        new UnionRef(application.unionId(), unionName, application.route().name()),
        Masked.name(person.name()),
        Masked.idNumber(person.idNumber()),
        Masked.phone(person.phone()),
        application.details().occupation(),
        application.details().employer(),
        application.details().communityCode(),
        application.history().getLast().told(member.language()));
  }

  private static boolean isUndated(Application application) {
    return application.state() == ApplicationState.IN_REVIEW && application.dueAt() == null;
  }
}
