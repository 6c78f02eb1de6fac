package org.nuanxin.benefits.grant;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.nuanxin.benefits.parallel.Parallel;
import org.nuanxin.benefits.programme.Programme;

/**
 * Works off what is due of one programme: issues waiting grants, and tells the provider of those
 * that ended.
 *
 * <p>Guarantee: a grant is claimed (RESERVED, under a lease), then the provider is asked under the
 * grant's id, then the issue is stored only if the claim still holds and nobody has left meanwhile.
 * A crash at any point leaves a claim that ends by itself and a booking that the next claim finds.
 */
public final class WorkOff {

  private static final int BATCH = 64;
  private static final int PARALLEL_WRITES = 8;
  private static final int LATE_ORDERS = 5;
  private static final Comparator<Grant> FIRST_COME =
      Comparator.comparing(WorkOff::since).thenComparing(grant -> grant.id().toString());

  private final Grants grants;
  private final Provider provider;
  private final RetrySchedule retries;
  private final Clock clock;

  /** For the programme this provider serves. */
  public WorkOff(Grants grants, Provider provider, RetrySchedule retries, Clock clock) {
    this.grants = grants;
    this.provider = provider;
    this.retries = retries;
    this.clock = clock;
  }

  /**
   * One round.
   *
   * @return whether there may be more to do right away
   */
  public boolean once(Programme programme) {
    boolean moreToIssue = issue(programme);
    boolean moreToSurrender = surrender(programme);
    return moreToIssue || moreToSurrender;
  }

  /**
   * Lapsed claims are taken whatever the capacity: they may hold what they asked for, which counts
   * as given out, and their members may have left.
   */
  private boolean issue(Programme programme) {
    int most = provider.capacity(BATCH);
    List<Grant> lapsed = claim(programme, Work.LAPSED, BATCH);
    List<Grant> waiting = most == 0 ? List.of() : claim(programme, Work.WAITING, most);
    List<Grant> wanted = new ArrayList<>(waiting);
    for (Grant grant : lapsed) {
      if (grant.task().cancelRequested()) {
        grants.save(grant, grant.cancelAsRequested(now(), true));
      } else {
        wanted.add(grant);
      }
    }
    wanted.sort(FIRST_COME);
    List<Provision> provisions = provider.provide(wanted.stream().map(Order::of).toList());
    Parallel.each(wanted.size(), PARALLEL_WRITES, i -> settle(wanted.get(i), provisions.get(i)));
    boolean full = lapsed.size() == BATCH || (most > 0 && waiting.size() == most);
    return full && provisions.stream().noneMatch(Provision.NotNow.class::isInstance);
  }

  private void settle(Grant grant, Provision provision) {
    Instant now = now();
    Grant after =
        switch (provision) {
          case Provision.Provided provided -> grant.issue(provided.reference(), now);
          case Provision.Refused refused -> grant.fail(refused.code(), now);
          case Provision.NotNow notNow -> waitOn(grant, notNow, now);
        };
    if (!grants.save(grant, after)) {
      // Somebody left meanwhile; or the claim has ended, and who has it now sees to the grant.
      boolean unsure = provision instanceof Provision.NotNow notNow && notNow.unsure();
      grants
          .find(grant.id())
          .filter(current -> current.task().cancelRequested())
          .filter(current -> current.state() == GrantState.RESERVED)
          .filter(current -> Objects.equals(current.task().claim(), grant.task().claim()))
          .ifPresent(current -> grants.save(current, current.cancelAsRequested(now, unsure)));
    }
  }

  private Grant waitOn(Grant grant, Provision.NotNow notNow, Instant now) {
    return switch (notNow.reason()) {
      // Back to its place in the queue.
      case OUT_OF_STOCK -> grant.putBack(grant.waiting() == null ? now : grant.waiting().since());
      case PROVIDER_UNAVAILABLE ->
          notNow.tried()
              ? grant.waitAgain(retries.next(grant.task().attempts(), now), notNow.unsure())
              : grant.putBack(retries.next(0, now));
    };
  }

  private boolean surrender(Programme programme) {
    if (!provider.isReachable()) {
      return false;
    }
    List<Grant> claimed = claim(programme, Work.ENDED, BATCH);
    AtomicBoolean reached = new AtomicBoolean(true);
    Parallel.each(
        claimed.size(),
        PARALLEL_WRITES,
        i -> {
          Grant grant = claimed.get(i);
          Cancellation told = provider.cancel(Order.of(grant));
          if (told == Cancellation.NOT_NOW) {
            reached.set(false);
          }
          grants.save(grant, isDone(grant, told) ? grant.surrendered() : later(grant));
        });
    return claimed.size() == BATCH && reached.get();
  }

  /** An order whose answer never came may arrive after the first cancelling: look again later. */
  private static boolean isDone(Grant grant, Cancellation told) {
    return switch (told) {
      case TAKEN_BACK -> true;
      case NOTHING_THERE -> !grant.task().unsure() || grant.task().attempts() >= LATE_ORDERS;
      case NOT_NOW -> false;
    };
  }

  private Grant later(Grant grant) {
    return grant.surrenderLater(retries.next(grant.task().attempts(), now()));
  }

  private static Instant since(Grant grant) {
    Waiting waiting = grant.waiting();
    return waiting == null ? Instant.EPOCH : waiting.since();
  }

  private List<Grant> claim(Programme programme, Work work, int most) {
    Instant now = now();
    return grants.claim(programme.code(), work, now, now.plus(retries.lease()), most);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
