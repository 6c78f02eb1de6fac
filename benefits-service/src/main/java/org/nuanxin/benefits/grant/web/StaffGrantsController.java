package org.nuanxin.benefits.grant.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nuanxin.benefits.grant.Backlog;
import org.nuanxin.benefits.grant.Grant;
import org.nuanxin.benefits.grant.Grants;
import org.nuanxin.benefits.grant.Opening;
import org.nuanxin.benefits.programme.Programme;
import org.nuanxin.benefits.programme.Programmes;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.security.StaffScope;
import org.nuanxin.kit.web.Cursors;
import org.nuanxin.kit.web.Limits;
import org.nuanxin.kit.web.Page;
import org.nuanxin.kit.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Grants as staff look at them: one member's, and what is not issued. */
@RestController
@RequestMapping("/api/v1")
class StaffGrantsController {

  private static final String SINCE = "since";
  private static final String ID = "id";
  private static final Pattern MEMBER = Pattern.compile("[0-9A-Za-z-]{1,64}");

  private final Grants grants;
  private final Programmes programmes;
  private final Cursors cursors;
  private final Clock clock;

  StaffGrantsController(Grants grants, Programmes programmes, Cursors cursors, Clock clock) {
    this.grants = grants;
    this.programmes = programmes;
    this.cursors = cursors;
    this.clock = clock;
  }

  /**
   * A member's grants. To union staff only of members whose union lies in their subtrees, of whom
   * anybody else is not found; to who sees the whole federation empty for somebody not known in it.
   * Codes that whoever knows them can use are masked.
   */
  @GetMapping("/members/{id}/grants")
  Page<GrantView> ofMember(@PathVariable String id, Caller caller) {
    if (!MEMBER.matcher(id).matches()) {
      throw ProblemException.invalid(ID, "PATTERN", "is not the id of a member");
    }
    List<Grant> found = grants.ofMember(caller.federation(), id);
    if (!StaffScope.sees(caller, unionPath(found))) {
      throw ProblemException.notFound();
    }
    Instant now = clock.instant();
    return Page.of(found.stream().map(grant -> GrantView.ofStaff(grant, now)).toList());
  }

  /** The one of the latest joining: who has changed the union is no longer the old one's. */
  private static List<String> unionPath(List<Grant> ofMember) {
    int latest = ofMember.stream().mapToInt(grant -> grant.opening().joining()).max().orElse(0);
    return ofMember.stream()
        .map(Grant::opening)
        .filter(opening -> opening.joining() == latest && !opening.unionPath().isEmpty())
        .findFirst()
        .map(Opening::unionPath)
        .orElse(List.of());
  }

  /**
   * What waits, is refused, or is to be issued on a later day; oldest first.
   *
   * @param state all three when absent
   * @param programme code; all when absent
   */
  @GetMapping("/grants")
  Page<BacklogItem> backlog(
      Caller caller,
      @RequestParam(required = false) BacklogItem.@Nullable State state,
      @RequestParam(required = false) @Nullable String programme,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    int size = Limits.of(limit);
    List<Grant> found =
        grants.backlog(
            new Backlog(
                caller.federation(),
                BacklogItem.State.of(state),
                wanted(programme),
                cursor == null ? null : place(cursor),
                size));
    return Page.cut(found.stream().map(BacklogItem::of).toList(), size, this::cursor);
  }

  private List<String> wanted(@Nullable String programme) {
    List<String> codes = programmes.all().stream().map(Programme::code).toList();
    if (programme == null) {
      return codes;
    }
    if (!codes.contains(programme)) {
      throw ProblemException.invalid(
          "programme", "NOT_ALLOWED", "must be one of " + String.join(", ", codes));
    }
    return List.of(programme);
  }

  private Backlog.Place place(String cursor) {
    Map<String, String> values = cursors.decode(cursor);
    String since = values.get(SINCE);
    String id = values.get(ID);
    if (since == null || id == null) {
      throw ProblemException.invalid("cursor", "PATTERN", "is not a cursor of this list");
    }
    return new Backlog.Place(Instant.parse(since), id);
  }

  private String cursor(BacklogItem last) {
    return cursors.encode(Map.of(SINCE, last.since().toString(), ID, last.id()));
  }
}
