package org.nuanxin.notification.message.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.notification.message.Language;
import org.nuanxin.notification.message.Message;
import org.nuanxin.notification.template.Rendered;
import org.nuanxin.notification.template.Templates;

/**
 * A page of the inbox, as answered.
 *
 * @param items newest first
 * @param unread messages not read, of all pages; counted up to 999
 * @param next cursor of the older ones; null where there are none
 */
record InboxPage(List<Item> items, long unread, @Nullable String next) {

  /**
   * One message.
   *
   * @param kind stable code of what it is about
   * @param language BCP 47 tag of title and body
   */
  record Item(
      String id,
      Instant at,
      String kind,
      String title,
      String body,
      String language,
      boolean read) {

    /** In the message's own language. */
    static Item of(Message message, Templates templates) {
      return of(message, message.language(), templates);
    }

    static Item of(Message message, Language language, Templates templates) {
      Rendered text = templates.render(message, language);
      return new Item(
          message.id().text(),
          message.at(),
          message.kind().name(),
          text.title(),
          text.body(),
          language.tag(),
          message.read());
    }
  }
}
