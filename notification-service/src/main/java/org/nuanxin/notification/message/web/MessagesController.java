package org.nuanxin.notification.message.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.AnswerLanguage;
import org.nuanxin.kit.web.Cursors;
import org.nuanxin.kit.web.Limits;
import org.nuanxin.kit.web.Page;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.notification.message.Inbox;
import org.nuanxin.notification.message.Language;
import org.nuanxin.notification.message.Message;
import org.nuanxin.notification.message.MessageId;
import org.nuanxin.notification.message.ReadInbox;
import org.nuanxin.notification.template.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The caller's own messages. */
@RestController
@RequestMapping("/api/v1/me/messages")
class MessagesController {

  private static final String BEFORE = "before";

  private final ReadInbox inbox;
  private final Templates templates;
  private final Cursors cursors;
  private final InboxStreams streams;

  MessagesController(ReadInbox inbox, Templates templates, Cursors cursors, InboxStreams streams) {
    this.inbox = inbox;
    this.streams = streams;
    this.templates = templates;
    this.cursors = cursors;
  }

  /**
   * Newest first, in the language that is accepted, else each in the one it was told in; empty for
   * somebody we have not heard of yet.
   */
  @GetMapping
  ResponseEntity<InboxPage> messages(
      Caller caller,
      @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int size = Limits.of(limit);
    Inbox found =
        inbox.page(
            caller.federation(), caller.phoneIndex(), cursor == null ? null : before(cursor), size);
    Page<Message> page =
        Page.cut(found.messages(), size, last -> cursors.encode(Map.of(BEFORE, last.id().text())));
    Optional<Language> language = accepted(accepted);
    List<InboxPage.Item> items =
        page.items().stream()
            .map(each -> InboxPage.Item.of(each, language.orElse(each.language()), templates))
            .toList();
    return AnswerLanguage.answer(
        new InboxPage(items, found.unread(), page.next()),
        items.stream().map(InboxPage.Item::language).toList());
  }

  /**
   * The newest fifty, oldest of them first, and then each as it comes or is read. With {@code
   * Last-Event-ID} all are sent again, since a message may be older than one that came before it.
   */
  @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> stream(
      Caller caller,
      @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted) {
    String phoneIndex = caller.phoneIndex();
    if (phoneIndex == null) {
      throw ProblemException.forbidden("The token proves no phone number.");
    }
    Optional<Language> language = accepted(accepted);
    return AnswerLanguage.answer(
        streams.open(caller.federation(), phoneIndex, language.orElse(null)),
        language.stream().map(Language::tag).toList());
  }

  /** Marks one as read; again changes nothing. */
  @PostMapping("/{id}/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(Caller caller, @PathVariable String id) {
    if (!inbox.markRead(caller.federation(), caller.phoneIndex(), new MessageId(id))) {
      throw ProblemException.notFound();
    }
  }

  /** Marks all as read. */
  @PostMapping("/read-all")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void readAll(Caller caller) {
    inbox.markAllRead(caller.federation(), caller.phoneIndex());
  }

  private static Optional<Language> accepted(@Nullable String header) {
    return AnswerLanguage.accepted(header).flatMap(Language::ofKnown);
  }

  private MessageId before(String cursor) {
    String id = cursors.decode(cursor).get(BEFORE);
    if (id == null) {
      throw ProblemException.invalid("cursor", "PATTERN", "is not a cursor of this list");
    }
    return new MessageId(id);
  }
}
