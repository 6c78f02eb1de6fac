package org.nuanxin.notification.message.web;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.security.StaffScope;
import org.nuanxin.kit.web.Cursors;
import org.nuanxin.kit.web.Limits;
import org.nuanxin.kit.web.Page;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.notification.message.Message;
import org.nuanxin.notification.message.MessageId;
import org.nuanxin.notification.message.Messages;
import org.nuanxin.notification.message.Recipients;
import org.nuanxin.notification.template.Templates;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a member was told, as staff look it up: but for codes that whoever knows them can use.
 * Looking marks nothing as read.
 */
@RestController
class StaffMessagesController {

  private static final String BEFORE = "before";
  private static final Pattern MEMBER = Pattern.compile("[0-9A-Za-z-]{1,64}");

  private final Messages messages;
  private final Recipients recipients;
  private final Templates templates;
  private final Cursors cursors;

  StaffMessagesController(
      Messages messages, Recipients recipients, Templates templates, Cursors cursors) {
    this.messages = messages;
    this.recipients = recipients;
    this.templates = templates;
    this.cursors = cursors;
  }

  /**
   * Newest first. To union staff only of members whose union lies in their subtrees, of whom
   * anybody else is not found; to who sees the whole federation empty for somebody not known in it.
   */
  @GetMapping("/api/v1/members/{id}/messages")
  Page<InboxPage.Item> ofMember(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    if (!MEMBER.matcher(id).matches()) {
      throw ProblemException.invalid("id", "PATTERN", "is not the id of a member");
    }
    if (!sees(caller, id)) {
      throw ProblemException.notFound();
    }
    int size = Limits.of(limit);
    MessageId before = cursor == null ? null : before(cursor, id);
    Page<Message> page =
        Page.cut(
            messages.newestOf(caller.federation(), id, before, size + 1),
            size,
            last -> cursors.encode(Map.of(BEFORE, last.id().text())));
    return new Page<>(
        page.items().stream()
            .map(each -> InboxPage.Item.of(each.withoutCodes(), templates))
            .toList(),
        page.next());
  }

  /** Who sees the whole federation is not asked about anybody's union. */
  private boolean sees(Caller caller, String member) {
    return StaffScope.seesAll(caller)
        || StaffScope.sees(caller, recipients.unionPathOf(caller.federation(), member));
  }

  private MessageId before(String cursor, String member) {
    String text = cursors.decode(cursor).get(BEFORE);
    if (text == null || !new MessageId(text).isOf(member)) {
      throw ProblemException.invalid("cursor", "PATTERN", "is not a cursor of this list");
    }
    return new MessageId(text);
  }
}
