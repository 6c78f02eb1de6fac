package org.nuanxin.membership.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.EventType;

/**
 * A step that another service reported, as it is stored: inserted once, never changed.
 *
 * @param id {@code memberId:...}, derived from the event, so that the same event is stored once
 * @param memberId whose step it is
 * @param step names the step; a grant's id, so that its later reports replace earlier ones
 * @param what programme of a grant, name of a station
 * @param expectedBy of a grant that waits; null where nobody can say
 * @param reason a code; null where there is none
 * @param event that told of it; null in steps from before it was kept
 */
public record RecordedStep(
    String id,
    String memberId,
    String step,
    Kind kind,
    String what,
    Instant at,
    @Nullable Instant expectedBy,
    @Nullable String reason,
    @Nullable StepEvent event) {

  /** What was reported, in ascending order of weight: the heavier report of a step counts. */
  public enum Kind {
    /** A benefit is due but not there yet. */
    GRANT_WAITING(EventType.GRANT_WAITING),
    /** A benefit was refused for good. */
    GRANT_FAILED(EventType.GRANT_FAILED),
    /** A benefit is the member's. */
    GRANT_ISSUED(EventType.GRANT_ISSUED),
    /** A benefit not yet used has ended. */
    GRANT_CANCELLED(EventType.GRANT_CANCELLED),
    /** A visit to a station. */
    VISIT(EventType.VISIT_CHECKED_IN);

    private final EventType eventType;

    Kind(EventType eventType) {
      this.eventType = eventType;
    }

    /** The event that reports so. */
    public EventType eventType() {
      return eventType;
    }
  }

  /** A report about a grant. */
  public static RecordedStep ofGrant(
      String memberId,
      String grantId,
      Kind kind,
      String programme,
      Instant at,
      @Nullable Instant expectedBy,
      @Nullable String reason,
      StepEvent event) {
    return new RecordedStep(
        grantId + ':' + kind.name(),
        memberId,
        grantId,
        kind,
        programme,
        at,
        expectedBy,
        reason,
        event);
  }

  /** A visit. */
  public static RecordedStep ofVisit(
      String memberId, String visitId, String stationName, Instant at, StepEvent event) {
    String step = memberId + VISITS + visitId;
    return new RecordedStep(step, memberId, step, Kind.VISIT, stationName, at, null, null, event);
  }

  /** Between the member's id and the visit's in the id of a visit. */
  public static final String VISITS = ":visit:";
}
