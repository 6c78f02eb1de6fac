package org.nuanxin.benefits.grant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nuanxin.benefits.programme.Programme;
import org.nuanxin.events.MemberJoined;
import org.nuanxin.kit.event.StoredEvent;

/**
 * Gives members of a batch of joinings their grant of one programme: provider first, under the
 * grant's id, then one insert of all.
 *
 * <p>Guarantee: however often and in whatever cuts joinings are told, a member has one grant of a
 * period, the provider has at most one booking for it, and the same frozen event is answered each
 * time. A crash between provider and insert leaves a booking that the next delivery finds again. A
 * provider that is down makes grants that wait, never a batch that waits.
 */
public final class OpenGrants {

  /** Older events may have been handled before; then a read is cheaper than asking the provider. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  private static final Provision IN_TURN =
      new Provision.NotNow(WaitingReason.OUT_OF_STOCK, false, false);

  private final Grants grants;
  private final Provider provider;
  private final RetrySchedule retries;
  private final Clock clock;

  /** For the programme this provider serves. */
  public OpenGrants(Grants grants, Provider provider, RetrySchedule retries, Clock clock) {
    this.grants = grants;
    this.provider = provider;
    this.retries = retries;
    this.clock = clock;
  }

  /**
   * Opens grants.
   *
   * @return the frozen first event of each grant, those that existed before included
   */
  public List<StoredEvent> open(Programme programme, List<Joining> joinings) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Map<GrantId, Grant> known = known(programme, joinings, now);
    Map<GrantId, Opening> wanted = new LinkedHashMap<>();
    for (Joining joining : joinings) {
      Opening opening =
          Opening.of(programme, joining.joined(), joining.sequence(), joining.traceparent());
      if (!known.containsKey(opening.id())) {
        wanted.putIfAbsent(opening.id(), opening);
      }
    }
    List<Grant> begun = begin(programme, List.copyOf(wanted.values()), now);
    List<Grant> opened = grants.open(begun);
    handOver(begun, opened, now);
    List<Grant> stored = new ArrayList<>(known.values());
    stored.addAll(opened);
    surrenderWhatEnded(stored, now);
    return stored.stream().map(Grant::first).distinct().toList();
  }

  private List<Grant> begin(Programme programme, List<Opening> openings, Instant now) {
    List<Provision> provisions = ask(programme, openings);
    List<Grant> begun = new ArrayList<>(openings.size());
    for (int i = 0; i < openings.size(); i++) {
      Opening opening = openings.get(i);
      begun.add(
          switch (provisions.get(i)) {
            case Provision.Provided provided ->
                Beginning.issued(opening, provided.reference(), now);
            case Provision.Refused refused -> Beginning.refused(opening, refused.code(), now);
            case Provision.NotNow notNow -> waiting(programme, opening, notNow, now);
          });
    }
    return begun;
  }

  private List<Provision> ask(Programme programme, List<Opening> openings) {
    if (openings.isEmpty()) {
      return List.of();
    }
    if (provider.servesInTurn() && grants.anyWaiting(programme.code())) {
      return askForHolders(openings);
    }
    return provider.provide(openings.stream().map(Order::of).toList());
  }

  /**
   * While others wait, only those are served who came before them: an earlier delivery has claimed
   * for them, and nobody else can have what they hold.
   */
  private List<Provision> askForHolders(List<Opening> openings) {
    List<Order> orders = openings.stream().map(Order::of).toList();
    Set<GrantId> holding = provider.holding(orders);
    List<Order> ofHolders = orders.stream().filter(order -> holding.contains(order.id())).toList();
    Iterator<Provision> provisions =
        ofHolders.isEmpty() ? Collections.emptyIterator() : provider.provide(ofHolders).iterator();
    return orders.stream()
        .map(order -> holding.contains(order.id()) ? provisions.next() : IN_TURN)
        .toList();
  }

  /**
   * What this delivery was given where another delivery of the same joining, at the same time, was
   * given nothing and has stored that first. A worker that has the grant finds it by itself.
   */
  private void handOver(List<Grant> begun, List<Grant> opened, Instant now) {
    for (int i = 0; i < begun.size(); i++) {
      String reference = begun.get(i).reference();
      Grant grant = opened.get(i);
      if (reference != null && grant.state() == GrantState.WAITING) {
        grants.save(grant, grant.issue(reference, now));
      }
    }
  }

  private Grant waiting(
      Programme programme, Opening opening, Provision.NotNow notNow, Instant now) {
    return switch (notNow.reason()) {
      // Due since it waits: that keeps the order in which stock, when it comes, is given out.
      case OUT_OF_STOCK ->
          Beginning.waiting(opening, new Waiting(notNow.reason(), now, null), now, notNow.unsure());
      case PROVIDER_UNAVAILABLE ->
          Beginning.waiting(
              opening,
              new Waiting(notNow.reason(), now, now.plus(programme.promise())),
              retries.next(0, now),
              notNow.unsure());
    };
  }

  /** What earlier deliveries of the older joinings have left, by the grant that is wanted. */
  private Map<GrantId, Grant> known(Programme programme, List<Joining> joinings, Instant now) {
    Map<GrantId, MemberJoined> candidates = new HashMap<>();
    for (Joining joining : joinings) {
      MemberJoined joined = joining.joined();
      List<String> periods =
          programme.period().candidates(joined.joiningOrdinal(), joined.joinedAt(), now);
      if (periods.size() > 1 || joining.at().isBefore(now.minus(FRESH))) {
        periods.forEach(period ->
            candidates.put(new GrantId(joined.memberId(), programme.code(), period), joined));
      }
    }
    Map<GrantId, Grant> stored = new HashMap<>();
    if (!candidates.isEmpty()) {
      grants.withIds(candidates.keySet()).forEach(grant -> stored.put(grant.id(), grant));
    }
    Map<GrantId, Grant> known = new HashMap<>();
    candidates.forEach((id, joined) -> {
      Grant grant = stored.get(id);
      GrantId wanted =
          new GrantId(
              id.member(),
              id.programme(),
              programme.period().of(joined.joiningOrdinal(), joined.joinedAt()));
      if (grant != null && (id.equals(wanted) || isMarkOf(joined, grant))) {
        known.putIfAbsent(wanted, grant);
      }
    });
    return known;
  }

  /** A leave that overtook this joining, seen under the year of leaving. */
  private static boolean isMarkOf(MemberJoined joined, Grant grant) {
    return grant.state() == GrantState.CANCELLED
        && grant.opening().joining() == joined.joiningOrdinal();
  }

  /**
   * A member who has left may have been booked by this delivery or by one that crashed, so the
   * provider is told again; where it has nothing, that changes nothing.
   */
  private void surrenderWhatEnded(List<Grant> stored, Instant now) {
    Set<GrantId> ended = new LinkedHashSet<>();
    for (Grant grant : stored) {
      if (grant.state() == GrantState.CANCELLED) {
        ended.add(grant.id());
      }
    }
    if (!ended.isEmpty()) {
      grants.surrenderAgain(ended, now);
    }
  }
}
