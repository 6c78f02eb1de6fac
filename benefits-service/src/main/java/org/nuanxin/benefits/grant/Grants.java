package org.nuanxin.benefits.grant;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The store of grants. Everything it answers is journaled by a majority. */
public interface Grants {

  /**
   * Inserts grants in one round trip; where one of that id exists already, that one is answered
   * instead and nothing of it is changed.
   *
   * @param grants may hold an id twice
   * @return in the same order, each as it is stored
   */
  List<Grant> open(List<Grant> grants);

  /** Those of these ids that exist, in no order; one round trip. */
  List<Grant> withIds(Collection<GrantId> ids);

  /** All grants these members have of a programme, of every period; one round trip. */
  List<Grant> ofMembers(String programme, Collection<String> members);

  /** All grants that a phone leads to, oldest first; at most a hundred. */
  List<Grant> ofPhone(String federation, String phoneIndex);

  /** All grants a member of a federation has, by programme and period; at most a hundred. */
  List<Grant> ofMember(String federation, String member);

  /** Those that stand as asked, oldest first; one more than asked for where there are more. */
  List<Grant> backlog(Backlog asked);

  /** How many of a federation's grants of a programme wait, counted up to a hundred thousand. */
  long countWaiting(String federation, String programme);

  /** The same by what they wait for: all reasons together up to a hundred thousand. */
  Map<WaitingReason, Long> countWaitingByReason(String federation, String programme);

  /** One grant. */
  Optional<Grant> find(GrantId id);

  /**
   * Stores a move. Succeeds only if the grant has the version, state, claim and wish to cancel of
   * {@code before}; otherwise nothing is changed. New events in {@code after}'s outbox are stored
   * in the same write and handed to the relay.
   *
   * @return whether it was stored
   */
  boolean save(Grant before, Grant after);

  /** Lets a phone lead to a member's grants of a programme, unless a newer one does already. */
  void relink(String programme, String member, Opening.Owner owner);

  /**
   * Claims what is due, longest due first. A grant is claimed by one caller at a time; a claim that
   * is not ended by {@link #save} is free again at {@code until}.
   *
   * @return as stored now, in no order
   */
  List<Grant> claim(String programme, Work work, Instant now, Instant until, int most);

  /** Whether any grant of a programme waits or is about to be issued to one who waited. */
  boolean anyWaiting(String programme);

  /**
   * Lets a worker tell the provider of these grants once more that they are cancelled, as somebody
   * may have booked under their keys since, and may do so yet: an order that timed out can take
   * effect late. So they are unsure, and looked after anew. Those in another state are left alone.
   */
  void surrenderAgain(Set<GrantId> ids, Instant now);
}
