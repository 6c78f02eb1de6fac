package org.nuanxin.notification.message.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.web.SseItem;
import org.nuanxin.kit.web.SseStreams;
import org.nuanxin.notification.message.InboxChanges;
import org.nuanxin.notification.message.Language;
import org.nuanxin.notification.message.Message;
import org.nuanxin.notification.message.Messages;
import org.nuanxin.notification.message.Recipients;
import org.nuanxin.notification.template.Templates;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Live inboxes of this instance. A stream is about a phone, so that it may be opened before
 * anything was heard of its owner; whose inbox it shows follows the phone, not the other way.
 */
@Component
final class InboxStreams implements InboxChanges.Listener {

  private static final int SHOWN = 50;

  private final SseStreams streams;
  private final InboxChanges changes;
  private final Recipients recipients;
  private final Messages messages;
  private final Templates templates;

  private final Map<String, Open> byTopic = new ConcurrentHashMap<>();

  /** By whose phone a member's inbox is seen, once it is known. */
  private final Map<String, Phone> phoneOfMember = new ConcurrentHashMap<>();

  private record Phone(String federation, String index) {

    String topic(@Nullable Language language) {
      return federation + '/' + index + '/' + (language == null ? "" : language.tag());
    }
  }

  /**
   * What somebody has open.
   *
   * @param language null for each message in the one it was told in
   */
  private record Open(String topic, Phone phone, @Nullable Language language) {}

  InboxStreams(
      SseStreams streams,
      InboxChanges changes,
      Recipients recipients,
      Messages messages,
      Templates templates) {
    this.streams = streams;
    this.changes = changes;
    this.recipients = recipients;
    this.messages = messages;
    this.templates = templates;
  }

  /**
   * Subscribes first, then sends what there is, oldest first; clients replace by id.
   *
   * @param language null for each message in the one it was told in
   */
  SseEmitter open(String federation, String phoneIndex, @Nullable Language language) {
    Phone phone = new Phone(federation, phoneIndex);
    Open open = new Open(phone.topic(language), phone, language);
    return streams.open(
        open.topic,
        () -> {
          byTopic.put(open.topic, open);
          changes.watch(this);
          return present(open);
        });
  }

  @Override
  public void changed(Message message) {
    Phone phone = phoneOfMember.get(message.memberId());
    if (phone != null) {
      open(phone).forEach(open -> streams.publish(open.topic, item(message, open)));
    }
  }

  @Override
  public void bound(String memberId, String federation, String phoneIndex) {
    // The stream of an earlier phone shows this inbox no longer.
    phoneOfMember.remove(memberId);
    open(new Phone(federation, phoneIndex)).forEach(this::publish);
  }

  @Override
  public void everythingMayHaveChanged() {
    phoneOfMember.clear();
    byTopic.values().forEach(this::publish);
  }

  @Override
  public boolean isAnybodyThere() {
    byTopic.keySet().removeIf(topic -> !streams.isOpen(topic));
    phoneOfMember.values().removeIf(phone -> open(phone).findAny().isEmpty());
    return streams.connections() > 0;
  }

  private void publish(Open open) {
    present(open).forEach(item -> streams.publish(open.topic, item));
  }

  /** What is open of a phone, at most once in each language. */
  private Stream<Open> open(Phone phone) {
    return Stream.concat(
            Stream.of(phone.topic(null)), Arrays.stream(Language.values()).map(phone::topic))
        .flatMap(topic -> Stream.ofNullable(byTopic.get(topic)));
  }

  /** What the inbox holds of whoever has the phone now; a phone shows one inbox at a time. */
  private List<SseItem> present(Open open) {
    Phone phone = open.phone;
    return recipients
        .memberOf(phone.federation, phone.index)
        .map(member -> {
          phoneOfMember.put(member, phone);
          phoneOfMember
              .entrySet()
              .removeIf(each -> each.getValue().equals(phone) && !each.getKey().equals(member));
          return messages.newest(member, null, SHOWN).reversed().stream()
              .map(message -> item(message, open))
              .toList();
        })
        .orElse(List.of());
  }

  private SseItem item(Message message, Open open) {
    Language language = open.language == null ? message.language() : open.language;
    return new SseItem(
        message.id().text(), "message", InboxPage.Item.of(message, language, templates));
  }
}
