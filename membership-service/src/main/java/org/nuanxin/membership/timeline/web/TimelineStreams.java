package org.nuanxin.membership.timeline.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.nuanxin.kit.web.SseItem;
import org.nuanxin.kit.web.SseStreams;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Members;
import org.nuanxin.membership.timeline.ReadTimeline;
import org.nuanxin.membership.timeline.TimelineItem;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Live timelines of this instance. A stream is about a phone, so that it may be opened before its
 * owner has ever applied.
 */
final class TimelineStreams implements TimelineChanges.Listener {

  private record Watched(String federation, String phone, Map<String, TimelineItem> told) {}

  private final SseStreams streams;
  private final TimelineChanges changes;
  private final Members members;
  private final ReadTimeline timeline;

  /** By topic; the member's id is added when it is known. */
  private final Map<String, Watched> byTopic = new ConcurrentHashMap<>();

  private final Map<String, String> topicOfMember = new ConcurrentHashMap<>();

  TimelineStreams(
      SseStreams streams, TimelineChanges changes, Members members, ReadTimeline timeline) {
    this.streams = streams;
    this.changes = changes;
    this.members = members;
    this.timeline = timeline;
  }

  SseEmitter open(String federation, String phone) {
    String topic = topic(federation, phone);
    return streams.open(
        topic,
        () -> {
          changes.watch(this);
          Watched watched =
              byTopic.computeIfAbsent(
                  topic, name -> new Watched(federation, phone, new ConcurrentHashMap<>()));
          List<TimelineItem> items = items(topic, watched);
          items.forEach(item -> watched.told.put(item.id(), item));
          return items.stream().map(TimelineStreams::event).toList();
        });
  }

  @Override
  public void changed(String memberId, List<String> phones) {
    if (phones.isEmpty()) {
      String known = topicOfMember.get(memberId);
      if (known != null) {
        publish(known);
      }
      return;
    }
    // The stream of an earlier phone shows this timeline no longer.
    topicOfMember.remove(memberId);
    byTopic.forEach((topic, watched) -> {
      if (phones.contains(watched.phone)) {
        publish(topic);
      }
    });
  }

  @Override
  public void everythingMayHaveChanged() {
    byTopic.keySet().forEach(this::publish);
  }

  @Override
  public boolean isAnybodyThere() {
    // One key at a time: whoever opens this topic meanwhile is subscribed before it is looked at.
    byTopic
        .keySet()
        .forEach(topic ->
            byTopic.computeIfPresent(
                topic, (name, watched) -> streams.isOpen(name) ? watched : null));
    topicOfMember.values().removeIf(topic -> !byTopic.containsKey(topic));
    return streams.connections() > 0;
  }

  private void publish(String topic) {
    Watched watched = byTopic.get(topic);
    if (watched == null || !streams.isOpen(topic)) {
      return;
    }
    Map<String, TimelineItem> told = new HashMap<>(watched.told);
    for (TimelineItem item : items(topic, watched)) {
      if (!item.equals(told.get(item.id()))) {
        watched.told.put(item.id(), item);
        streams.publish(topic, event(item));
      }
    }
  }

  private List<TimelineItem> items(String topic, Watched watched) {
    Optional<Member> member = members.withPhone(watched.federation, watched.phone);
    member.ifPresent(found -> topicOfMember.put(found.id(), topic));
    return member.map(timeline::of).orElse(List.of());
  }

  private static String topic(String federation, String phone) {
    return federation + '/' + phone;
  }

  private static SseItem event(TimelineItem item) {
    return new SseItem(item.id(), "timeline", item);
  }
}
