package org.nuanxin.membership.member.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.pii.PhoneNumbers;
import org.nuanxin.kit.web.Cursors;
import org.nuanxin.kit.web.FieldError;
import org.nuanxin.kit.web.Limits;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.kit.web.Violations;
import org.nuanxin.membership.calendar.WorkingCalendar;
import org.nuanxin.membership.member.IdNumber;
import org.nuanxin.membership.member.Identities;
import org.nuanxin.membership.member.MemberSearch;
import org.nuanxin.membership.member.MembershipState;
import org.nuanxin.membership.union.Occupation;
import org.nuanxin.membership.union.UnionTree;

/** Checks what staff searches by and collects everything that is wrong. */
final class MemberSearchCheck {

  static final int DEFAULT_LIMIT = 25;
  static final String AT = "at";
  static final String ID = "id";

  private static final Pattern NUMBER = Pattern.compile("[0-9]{6}-[0-9]{4}-[0-9]{7,9}-[0-9]");

  private final Identities identities;
  private final UnionTree unions;
  private final WorkingCalendar calendar;
  private final Cursors cursors;
  private final Clock clock;

  MemberSearchCheck(
      Identities identities,
      UnionTree unions,
      WorkingCalendar calendar,
      Cursors cursors,
      Clock clock) {
    this.identities = identities;
    this.unions = unions;
    this.calendar = calendar;
    this.cursors = cursors;
    this.clock = clock;
  }

  /**
   * The query, for every union yet, and for one more than fits so that the page knows whether there
   * is a next.
   *
   * @throws ProblemException 400 that names every field that is wrong
   */
  MemberSearch.Query check(String federation, MemberSearchRequest request) {
    Violations violations = new Violations();
    List<String> phones = phones(violations, request.phone());
    List<String> ids = ids(violations, request.idNumber());
    String number = request.membershipNumber();
    violations.check(
        number == null || NUMBER.matcher(number.strip()).matches(),
        "membershipNumber",
        "PATTERN",
        "must be a membership number such as 460200-2026-0000001-8");
    MembershipState state =
        named(violations, "state", request.state(), MembershipState.values()).orElse(null);
    Occupation occupation =
        named(violations, "occupation", request.occupation(), Occupation.values()).orElse(null);
    String union = request.unionId();
    violations.check(
        union == null || unions.union(union).isPresent(),
        "unionId",
        "UNKNOWN",
        "must be a union of this federation");
    Integer limit = request.limit();
    violations.check(
        limit == null || (limit >= 1 && limit <= Limits.MOST),
        "limit",
        "OUT_OF_RANGE",
        "must be 1 to " + Limits.MOST);
    MemberSearch.Place after = place(violations, request.cursor()).orElse(null);
    violations.throwIfAny();
    return new MemberSearch.Query(
        federation,
        phones,
        ids,
        number == null ? null : number.strip(),
        state,
        null,
        occupation,
        after,
        (limit == null ? DEFAULT_LIMIT : limit) + 1);
  }

  private List<String> phones(Violations violations, @Nullable String value) {
    if (value == null) {
      return List.of();
    }
    Optional<String> phone = PhoneNumbers.toE164(value);
    violations.check(
        phone.isPresent(), "phone", "PHONE_FORMAT", "must be a mobile number of mainland China");
    return phone.map(identities::phoneIndexes).orElse(List.of());
  }

  private List<String> ids(Violations violations, @Nullable String value) {
    if (value == null) {
      return List.of();
    }
    String number = IdNumber.normalise(value);
    boolean wellFormed =
        IdNumber.faultOf(number, LocalDate.ofInstant(clock.instant(), calendar.zone()))
            // Who may join is another question than who is looked for.
            .filter(fault -> fault != IdNumber.Fault.TOO_YOUNG && fault != IdNumber.Fault.TOO_OLD)
            .isEmpty();
    return violations.check(
            wellFormed, "idNumber", "PATTERN", "must be an ID number with its check digit")
        ? identities.idIndexes(number)
        : List.of();
  }

  private static <E extends Enum<E>> Optional<E> named(
      Violations violations, String field, @Nullable String value, E[] all) {
    Optional<E> found = Arrays.stream(all).filter(each -> each.name().equals(value)).findFirst();
    violations.check(
        value == null || found.isPresent(),
        field,
        "NOT_ALLOWED",
        "must be one of " + Arrays.toString(all));
    return found;
  }

  private Optional<MemberSearch.Place> place(Violations violations, @Nullable String cursor) {
    if (cursor == null) {
      return Optional.empty();
    }
    try {
      Map<String, String> values = cursors.decode(cursor);
      Function<String, Optional<String>> value = name -> Optional.ofNullable(values.get(name));
      Optional<MemberSearch.Place> place =
          value
              .apply(AT)
              .flatMap(
                  at -> value.apply(ID).map(id -> new MemberSearch.Place(Instant.parse(at), id)));
      violations.check(place.isPresent(), "cursor", "PATTERN", "is not a cursor of this list");
      return place;
    } catch (ProblemException forged) {
      // Told together with whatever else is wrong.
      violations.add(
          new FieldError(
              "cursor", "PATTERN", "is not a cursor of this list; start again without one"));
      return Optional.empty();
    }
  }
}
