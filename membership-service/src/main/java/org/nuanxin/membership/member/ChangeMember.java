package org.nuanxin.membership.member;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Loads, changes and stores one person, again where somebody else came in between. */
final class ChangeMember {

  private static final int ATTEMPTS = 5;

  private ChangeMember() {}

  /**
   * Changes a person.
   *
   * @param load reads the person as of now
   * @param change may throw a {@link Refusal}, which ends it
   * @return the changed person; empty when there is none
   * @throws Members.Overtaken when others change the same person all the time; safe to repeat
   */
  static Optional<Member> of(
      Members members, Supplier<Optional<Member>> load, UnaryOperator<Member> change) {
    for (int attempt = 1; ; attempt++) {
      Optional<Member> found = load.get();
      if (found.isEmpty()) {
        return found;
      }
      Member changed = change.apply(found.get());
      try {
        members.save(changed);
        return Optional.of(changed);
      } catch (Members.Overtaken e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
