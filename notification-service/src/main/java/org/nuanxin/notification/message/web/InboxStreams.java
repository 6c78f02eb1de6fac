package org.nuanxin.notification.message.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nuanxin.kit.web.SseItem;
import org.nuanxin.kit.web.SseStreams;
import org.nuanxin.notification.message.InboxChanges;
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

  /** Whose streams are open, by topic. */
  private final Map<String, Phone> phones = new ConcurrentHashMap<>();

  /** Whose inbox a topic shows, once it is known. */
  private final Map<String, String> topicOfMember = new ConcurrentHashMap<>();

  private record Phone(String federation, String index) {}

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

  /** Subscribes first, then sends what there is, oldest first; clients replace by id. */
  SseEmitter open(String federation, String phoneIndex) {
    String topic = topic(federation, phoneIndex);
    Phone phone = new Phone(federation, phoneIndex);
    return streams.open(
        topic,
        () -> {
          phones.put(topic, phone);
          changes.watch(this);
          return present(topic, phone);
        });
  }

  @Override
  public void changed(Message message) {
    String topic = topicOfMember.get(message.memberId());
    if (topic != null) {
      streams.publish(topic, item(message));
    }
  }

  @Override
  public void bound(String memberId, String federation, String phoneIndex) {
    // The stream of an earlier phone shows this inbox no longer.
    topicOfMember.remove(memberId);
    String topic = topic(federation, phoneIndex);
    Phone phone = phones.get(topic);
    if (phone != null) {
      publish(topic, phone);
    }
  }

  @Override
  public void everythingMayHaveChanged() {
    topicOfMember.clear();
    phones.forEach(this::publish);
  }

  @Override
  public boolean isAnybodyThere() {
    phones.keySet().removeIf(topic -> !streams.isOpen(topic));
    topicOfMember.values().removeIf(topic -> !phones.containsKey(topic));
    return streams.connections() > 0;
  }

  private void publish(String topic, Phone phone) {
    present(topic, phone).forEach(item -> streams.publish(topic, item));
  }

  /** What the inbox holds of whoever has the phone now; a topic shows one inbox at a time. */
  private List<SseItem> present(String topic, Phone phone) {
    return recipients
        .memberOf(phone.federation, phone.index)
        .map(member -> {
          topicOfMember.values().removeIf(topic::equals);
          topicOfMember.put(member, topic);
          return messages.newest(member, null, SHOWN).reversed().stream().map(this::item).toList();
        })
        .orElse(List.of());
  }

  private SseItem item(Message message) {
    return new SseItem(message.id().text(), "message", InboxPage.Item.of(message, templates));
  }

  private static String topic(String federation, String phoneIndex) {
    return federation + '/' + phoneIndex;
  }
}
