package org.nuanxin.membership.member.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.pii.Masked;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.membership.access.AccessLog;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.Identities;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Members;
import org.nuanxin.membership.member.Person;

/** Finds what a caller may see; another's is not there. A look of staff is written down. */
final class Records {

  /**
   * An application and whose it is.
   *
   * @param person in plain or masked, as the caller may see it; null where the answer does not show
   *     it
   * @param byStaff whether it is another's, so that the answer says what helps to decide
   */
  record Found(Member member, Application application, @Nullable Person person, boolean byStaff) {

    /** One's own. */
    Found(Member member, Application application, @Nullable Person person) {
      this(member, application, person, false);
    }
  }

  private final Members members;
  private final Identities identities;
  private final Scope scope;
  private final AccessLog accessLog;

  Records(Members members, Identities identities, Scope scope, AccessLog accessLog) {
    this.members = members;
    this.identities = identities;
    this.scope = scope;
    this.accessLog = accessLog;
  }

  /**
   * One application. In plain for whose it is, and for staff who has to decide about it for as long
   * as that is so; with name, ID number and phone masked for all others who may look.
   *
   * @throws ProblemException 404 when it does not exist or is not the caller's to see
   */
  Found application(Caller caller, String id) {
    Member member =
        Application.memberOf(id)
            .flatMap(memberId -> members.find(caller.federation(), memberId))
            .orElseThrow(ProblemException::notFound);
    Application application =
        member.applications().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .or(() -> members.archived(id))
            .orElseThrow(ProblemException::notFound);
    boolean byStaff = !isOwn(caller, member);
    if (byStaff) {
      if (!scope.mayRead(caller, member, application)) {
        throw ProblemException.notFound();
      }
      accessLog.add(member.federation(), member.id(), caller, "application");
    }
    Person person = open(member);
    boolean plain = !byStaff || scope.mayOpen(caller, member, application);
    return new Found(member, application, plain ? person : masked(person), byStaff);
  }

  /** The caller's own record; empty before the first application. */
  Optional<Member> own(Caller caller) {
    String phone = caller.phoneIndex();
    return phone == null || !caller.has(Role.WORKER)
        ? Optional.empty()
        : members.withPhone(caller.federation(), phone);
  }

  /** Own applications, newest first. */
  List<Found> ownApplications(Caller caller) {
    return own(caller).stream()
        .flatMap(member ->
            member.applications().reversed().stream().map(each -> new Found(member, each, null)))
        .toList();
  }

  Person open(Member member) {
    return identities.open(member.id(), member.identity());
  }

  private static Person masked(Person person) {
    return new Person(
        Masked.name(person.name()),
        Masked.idNumber(person.idNumber()),
        Masked.phone(person.phone()));
  }

  private static boolean isOwn(Caller caller, Member member) {
    return caller.has(Role.WORKER) && member.hasPhone(caller.phoneIndex());
  }
}
