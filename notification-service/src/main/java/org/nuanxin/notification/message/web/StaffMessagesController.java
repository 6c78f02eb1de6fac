package org.nuanxin.notification.message.web;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.web.Cursors;
import org.nuanxin.kit.web.Limits;
import org.nuanxin.kit.web.Page;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.notification.message.Message;
import org.nuanxin.notification.message.MessageId;
import org.nuanxin.notification.message.Messages;
import org.nuanxin.notification.template.Templates;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a member was told, as staff look it up. Looking marks nothing as read. */
@RestController
class StaffMessagesController {

  private static final String BEFORE = "before";
  private static final Pattern MEMBER = Pattern.compile("[0-9A-Za-z-]{1,64}");

  private final Messages messages;
  private final Templates templates;
  private final Cursors cursors;

  StaffMessagesController(Messages messages, Templates templates, Cursors cursors) {
    this.messages = messages;
    this.templates = templates;
    this.cursors = cursors;
  }

  /** Newest first; empty for one of whom nothing is known in the caller's federation. */
  @GetMapping("/api/v1/members/{id}/messages")
  Page<InboxPage.Item> ofMember(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    if (!maySeeEveryMember(caller)) {
      throw ProblemException.forbidden(
          "Messages name no union: they are shown to who may see the whole federation.");
    }
    if (!MEMBER.matcher(id).matches()) {
      throw ProblemException.invalid("id", "PATTERN", "is not the id of a member");
    }
    int size = Limits.of(limit);
    MessageId before = cursor == null ? null : before(cursor, id);
    Page<Message> page =
        Page.cut(
            messages.newestOf(caller.federation(), id, before, size + 1),
            size,
            last -> cursors.encode(Map.of(BEFORE, last.id().text())));
    return new Page<>(
        page.items().stream().map(each -> InboxPage.Item.of(each, templates)).toList(),
        page.next());
  }

  /**
   * A message does not say to which union its member belongs, so union staff cannot be held to
   * their own; only those whose subtree begins at the federation's root, whose id is the
   * federation's.
   */
  private static boolean maySeeEveryMember(Caller caller) {
    return caller.hasAny(Role.FEDERATION_ADMIN, Role.AUDITOR)
        || caller.unions().contains(caller.federation());
  }

  private MessageId before(String cursor, String member) {
    String text = cursors.decode(cursor).get(BEFORE);
    if (text == null || !new MessageId(text).isOf(member)) {
      throw ProblemException.invalid("cursor", "PATTERN", "is not a cursor of this list");
    }
    return new MessageId(text);
  }
}
