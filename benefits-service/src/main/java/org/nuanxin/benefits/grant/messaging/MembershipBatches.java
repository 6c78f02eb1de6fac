package org.nuanxin.benefits.grant.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nuanxin.benefits.grant.EndGrants;
import org.nuanxin.benefits.grant.Grants;
import org.nuanxin.benefits.grant.Joining;
import org.nuanxin.benefits.grant.Leaving;
import org.nuanxin.benefits.grant.OpenGrants;
import org.nuanxin.benefits.grant.Opening;
import org.nuanxin.benefits.programme.Programmes;
import org.nuanxin.events.EventType;
import org.nuanxin.events.MemberJoined;
import org.nuanxin.events.MemberLeft;
import org.nuanxin.events.MemberPhoneChanged;
import org.nuanxin.events.Topics;
import org.nuanxin.kit.consume.BatchHandler;
import org.nuanxin.kit.consume.Subscription;
import org.nuanxin.kit.event.ReceivedEvent;
import org.nuanxin.kit.event.StoredEvent;

/**
 * What joinings, leaves and new phones do to the grants of one programme.
 *
 * <p>Joinings of a batch come first, whatever the order in it: a leave names its joining, so the
 * result is the same. New phones come last, as they change what joinings store.
 */
public final class MembershipBatches implements BatchHandler {

  private final String programme;
  private final Programmes programmes;
  private final Grants grants;
  private final OpenGrants open;
  private final EndGrants end;
  private final Runnable ended;

  /**
   * @param programme code of the programme
   * @param ended told when leaves have left something to do for a worker
   */
  public MembershipBatches(
      String programme,
      Programmes programmes,
      Grants grants,
      OpenGrants open,
      EndGrants end,
      Runnable ended) {
    this.programme = programme;
    this.programmes = programmes;
    this.grants = grants;
    this.open = open;
    this.end = end;
    this.ended = ended;
  }

  /** The consumer group of this name over this handler. */
  public Subscription inGroup(String group) {
    return new Subscription(
        group,
        Topics.MEMBERSHIP,
        Set.of(EventType.MEMBER_JOINED, EventType.MEMBER_LEFT, EventType.MEMBER_PHONE_CHANGED),
        Set.of(EventType.MEMBER_PHONE_CHANGED),
        this);
  }

  @Override
  public List<StoredEvent> handle(List<ReceivedEvent> batch) {
    List<Joining> joinings = new ArrayList<>(batch.size());
    List<Leaving> leavings = new ArrayList<>();
    List<ReceivedEvent> phones = new ArrayList<>();
    for (ReceivedEvent event : batch) {
      switch (event.type()) {
        case MEMBER_JOINED ->
            joinings.add(
                new Joining(
                    event.as(MemberJoined.class),
                    event.sequence(),
                    event.time(),
                    event.traceparent()));
        case MEMBER_LEFT ->
            leavings.add(
                new Leaving(event.as(MemberLeft.class), event.sequence(), event.traceparent()));
        case MEMBER_PHONE_CHANGED -> phones.add(event);
        default -> throw new IllegalArgumentException("Not subscribed to " + event.type());
      }
    }
    List<StoredEvent> events = new ArrayList<>(batch.size());
    if (!joinings.isEmpty()) {
      events.addAll(open.open(programmes.get(programme), joinings));
    }
    if (!leavings.isEmpty()) {
      events.addAll(end.end(programmes.get(programme), leavings));
      ended.run();
    }
    for (ReceivedEvent event : phones) {
      MemberPhoneChanged changed = event.as(MemberPhoneChanged.class);
      grants.relink(
          programme, changed.memberId(), new Opening.Owner(changed.phoneIndex(), event.sequence()));
    }
    return events;
  }
}
