package org.nuanxin.membership.timeline.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.web.SseItem;
import org.nuanxin.kit.web.SseStreams;
import org.nuanxin.membership.member.Language;
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

  /**
   * What a topic is about.
   *
   * @param language null for the person's own
   */
  private record Watched(
      String federation,
      String phone,
      @Nullable Language language,
      Map<String, TimelineItem> told) {}

  private final SseStreams streams;
  private final TimelineChanges changes;
  private final Members members;
  private final ReadTimeline timeline;

  private final Map<String, Watched> byTopic = new ConcurrentHashMap<>();

  /** By member, once it is known who that is: a topic for each language in which it is watched. */
  private final Map<String, Set<String>> topicsOfMember = new ConcurrentHashMap<>();

  TimelineStreams(
      SseStreams streams, TimelineChanges changes, Members members, ReadTimeline timeline) {
    this.streams = streams;
    this.changes = changes;
    this.members = members;
    this.timeline = timeline;
  }

  /**
   * Opens one.
   *
   * @param language null for the person's own
   */
  SseEmitter open(String federation, String phone, @Nullable Language language) {
    String topic = topic(federation, phone, language);
    return streams.open(
        topic,
        () -> {
          changes.watch(this);
          Watched watched =
              byTopic.computeIfAbsent(
                  topic,
                  name -> new Watched(federation, phone, language, new ConcurrentHashMap<>()));
          List<TimelineItem> items = items(topic, watched);
          items.forEach(item -> watched.told.put(item.id(), item));
          return items.stream().map(TimelineStreams::event).toList();
        });
  }

  @Override
  public void changed(String memberId, List<String> phones) {
    if (phones.isEmpty()) {
      topicsOfMember.getOrDefault(memberId, Set.of()).forEach(this::publish);
      return;
    }
    // The stream of an earlier phone shows this timeline no longer.
    topicsOfMember.remove(memberId);
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
    topicsOfMember.replaceAll((member, topics) -> stillWatched(topics));
    topicsOfMember.values().removeIf(Set::isEmpty);
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
    member.ifPresent(
        found -> topicsOfMember.merge(found.id(), Set.of(topic), TimelineStreams::both));
    return member
        .map(found ->
            timeline.of(found, watched.language == null ? found.language() : watched.language))
        .orElse(List.of());
  }

  private Set<String> stillWatched(Set<String> topics) {
    return topics.stream().filter(byTopic::containsKey).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
  }

  private static String topic(String federation, String phone, @Nullable Language language) {
    return federation + '/' + phone + '/' + (language == null ? "" : language.tag());
  }

  private static SseItem event(TimelineItem item) {
    return new SseItem(item.id(), "timeline", item);
  }
}
