package org.nuanxin.kit.ops;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.consume.Redrive;
import org.nuanxin.kit.deadletter.DeadLetter;
import org.nuanxin.kit.deadletter.DeadLetters;
import org.nuanxin.kit.web.Cursors;
import org.nuanxin.kit.web.Limits;
import org.nuanxin.kit.web.Page;
import org.nuanxin.kit.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What role OPS sees and does: figures and dead letters, never personal data. */
@RestController
@RequestMapping("/api/v1/ops")
class OpsController {

  /**
   * A dead letter as listed. The payload is shown: by contract events carry no ID number, phone or
   * name.
   */
  record Letter(
      String id,
      String service,
      String group,
      @Nullable String memberId,
      @Nullable String type,
      @Nullable String eventId,
      DeadLetter.State state,
      String cause,
      int attempts,
      Instant at,
      @Nullable Instant retryAt,
      @Nullable Instant resolvedAt) {}

  /** How a re-drive ended. */
  record RedriveResult(String id, String outcome, int alsoResolved, @Nullable String cause) {}

  private final ServiceStatus status;
  private final DeadLetters deadLetters;
  private final Redrive redrive;
  private final Cursors cursors;

  OpsController(ServiceStatus status, DeadLetters deadLetters, Redrive redrive, Cursors cursors) {
    this.status = status;
    this.deadLetters = deadLetters;
    this.redrive = redrive;
    this.cursors = cursors;
  }

  @GetMapping("/status")
  Page<ServiceStatus.Row> status() {
    return new Page<>(List.of(status.now()), null);
  }

  @GetMapping("/dead-letters")
  Page<Letter> deadLetters(
      @RequestParam(required = false) DeadLetter.@Nullable State state,
      @RequestParam(required = false) @Nullable String memberId,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    int size = Limits.of(limit);
    @Nullable String after = cursor == null ? null : cursors.decode(cursor).get("after");
    List<DeadLetter> found = deadLetters.list(state, memberId, after, size + 1);
    boolean more = found.size() > size;
    List<DeadLetter> page = more ? found.subList(0, size) : found;
    return new Page<>(
        page.stream().map(this::letter).toList(),
        more ? cursors.encode(Map.of("after", page.getLast().id())) : null);
  }

  @GetMapping("/dead-letters/{id}")
  Letter deadLetter(@PathVariable String id) {
    return deadLetters.find(id).map(this::letter).orElseThrow(OpsController::unknown);
  }

  @PostMapping("/dead-letters/{id}/redrive")
  RedriveResult redrive(@PathVariable String id) {
    return switch (redrive.redrive(id)) {
      case Redrive.Resolved resolved ->
          new RedriveResult(id, "RESOLVED", resolved.alsoResolved(), null);
      case Redrive.FailedAgain failed -> new RedriveResult(id, "FAILED", 0, failed.cause());
      case Redrive.NotClaimed none -> throw notClaimed(id);
    };
  }

  private ProblemException notClaimed(String id) {
    return deadLetters.find(id).isEmpty()
        ? unknown()
        : new ProblemException(
            HttpStatus.CONFLICT,
            "dead-letter-not-open",
            "It is resolved already or being re-driven by somebody else.");
  }

  private static ProblemException unknown() {
    return new ProblemException(HttpStatus.NOT_FOUND, "not-found", "No such dead letter.");
  }

  private Letter letter(DeadLetter letter) {
    return new Letter(
        letter.id(),
        status.service(),
        letter.group(),
        letter.subject(),
        letter.type(),
        letter.eventId(),
        letter.state(),
        letter.cause(),
        letter.attempts(),
        letter.at(),
        letter.retryAt(),
        letter.resolvedAt());
  }
}
