package org.nuanxin.membership.member.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.Cursors;
import org.nuanxin.kit.web.Limits;
import org.nuanxin.kit.web.Page;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.membership.member.ApplicationState;
import org.nuanxin.membership.member.Identities;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.ReviewQueue;
import org.nuanxin.membership.union.UnionTree;

/** Reads a page of the queue within the caller's unions. */
final class QueueReading {

  private static final String AT = "at";
  private static final String ID = "id";

  private final ReviewQueue queue;
  private final Identities identities;
  private final Scope scope;
  private final UnionTree unions;
  private final Cursors cursors;
  private final ZoneId zone;

  QueueReading(
      ReviewQueue queue,
      Identities identities,
      Scope scope,
      UnionTree unions,
      Cursors cursors,
      ZoneId zone) {
    this.queue = queue;
    this.identities = identities;
    this.scope = scope;
    this.unions = unions;
    this.cursors = cursors;
    this.zone = zone;
  }

  Page<QueueItem> read(
      Caller caller,
      ApplicationState state,
      @Nullable String union,
      @Nullable String due,
      @Nullable String cursor,
      @Nullable Integer limit) {
    int most = Limits.of(limit);
    List<Member> found =
        queue.find(
            new ReviewQueue.Query(
                caller.federation(),
                state,
                unionsOf(caller, union),
                due == null ? null : dueUntil(due),
                cursor == null ? null : place(cursor),
                most + 1));
    Page<Member> page =
        Page.cut(
            found,
            most,
            last -> {
              ReviewQueue.Place place = ReviewQueue.placeOf(last);
              return cursors.encode(Map.of(AT, place.queuedAt().toString(), ID, place.memberId()));
            });
    return new Page<>(page.items().stream().map(this::item).toList(), page.next());
  }

  private QueueItem item(Member member) {
    String union = member.current().unionId();
    return QueueItem.of(
        member,
        identities.open(member.id(), member.identity()),
        unions.union(union).map(each -> each.name().zh()).orElse(union));
  }

  /** Null for every union of the federation. */
  private @Nullable Set<String> unionsOf(Caller caller, @Nullable String root) {
    if (root == null) {
      return scope.isUnlimited(caller) ? null : scope.unionsOf(caller);
    }
    Set<String> subtree = unions.subtree(root);
    if (subtree.isEmpty()) {
      throw ProblemException.invalid("union", "UNKNOWN", "must be a union of this federation");
    }
    return subtree.stream()
        .filter(each -> scope.mayRead(caller, each))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Due by an instant, or by the end of a day. */
  private Instant dueUntil(String due) {
    try {
      return due.length() == "2026-11-24".length()
          ? LocalDate.parse(due).atTime(LocalTime.MAX).atZone(zone).toInstant()
          : OffsetDateTime.parse(due).toInstant();
    } catch (DateTimeException e) {
      throw ProblemException.invalid("due", "PATTERN", "must be a date or a time with offset");
    }
  }

  private ReviewQueue.Place place(String cursor) {
    Map<String, String> values = cursors.decode(cursor);
    String at = values.get(AT);
    String id = values.get(ID);
    if (at == null || id == null) {
      throw ProblemException.invalid("cursor", "PATTERN", "is not a cursor of this list");
    }
    return new ReviewQueue.Place(Instant.parse(at), id);
  }
}
