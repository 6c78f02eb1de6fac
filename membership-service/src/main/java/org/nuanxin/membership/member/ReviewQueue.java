package org.nuanxin.membership.member;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Port to the applications that went to a reviewer: current ones only, the most urgent first. */
public interface ReviewQueue {

  /** What is looked for. */
  record Query(
      String federation,
      ApplicationState state,
      @Nullable Set<String> unions,
      @Nullable Instant dueUntil,
      @Nullable Place after,
      int limit) {}

  /**
   * A place in the queue.
   *
   * @param queuedAt by when it is due, or since when it waits where nobody can say
   */
  record Place(Instant queuedAt, String memberId) {}

  /**
   * Those that match, at most {@code limit}, in the queue's order.
   *
   * <p>{@code unions} null means every union; {@code dueUntil} null means at any time.
   */
  List<Member> find(Query query);

  /** Where a member's current application stands in the queue. */
  static Place placeOf(Member member) {
    Application application = member.current();
    Instant due = application.dueAt();
    return new Place(due == null ? application.submittedAt() : due, member.id());
  }
}
