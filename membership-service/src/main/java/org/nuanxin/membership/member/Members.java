package org.nuanxin.membership.member;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Port to the persons of a federation. What is answered as stored survives the death of any one
 * machine, and its events are sent at least once.
 */
public interface Members {

  /**
   * Stores somebody new with the events recorded.
   *
   * <p>Concurrency: of all that share an ID number, a phone or an Idempotency-Key within a
   * federation, exactly one is stored, however many try at once.
   *
   * @return false when another document holds one of these; nothing was stored then
   */
  boolean add(Member member);

  /**
   * Stores a changed person with the events recorded.
   *
   * <p>Concurrency: succeeds only if the stored version is the one that the change was made from.
   *
   * @throws Overtaken when it is another; nothing was stored then
   * @throws Taken when another person holds the ID number, the phone or the Idempotency-Key
   */
  void save(Member changed);

  /** The person with this id. */
  Optional<Member> find(String federation, String id);

  /** Those of these persons that there are, in no order. */
  List<Member> findAll(String federation, Collection<String> ids);

  /** The persons whose ids follow this one, in the order of ids, at most {@code limit}. */
  Walk after(String id, int limit);

  /**
   * A stretch of the walk through everybody.
   *
   * @param members those that could be read
   * @param unreadable how many could not
   * @param last where the next stretch begins; empty where nobody was left
   */
  record Walk(List<Member> members, int unreadable, Optional<String> last) {}

  /** The person with one of these ID number indexes. */
  Optional<Member> withIdNumber(String federation, List<String> ids);

  /** The person with this phone index. */
  Optional<Member> withPhone(String federation, String phoneIndex);

  /** The person who applied under this hash of caller and Idempotency-Key. */
  Optional<Member> withKey(String federation, String keyHash);

  /** An application that its person's document no longer holds. */
  Optional<Application> archived(String applicationId);

  /** The document was changed by somebody else in between. */
  final class Overtaken extends RuntimeException {
    /** About the person with this id. */
    public Overtaken(String memberId) {
      super("Changed by somebody else in between: " + memberId);
    }
  }

  /** Somebody else holds the ID number, the phone or the Idempotency-Key. */
  final class Taken extends RuntimeException {
    /** About the person with this id. */
    public Taken(String memberId) {
      super("Held by somebody else: " + memberId);
    }
  }
}
