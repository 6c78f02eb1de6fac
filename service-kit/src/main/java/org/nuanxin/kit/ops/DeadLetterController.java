package org.nuanxin.kit.ops;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.consume.DryRun;
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

/** What role OPS sees of dead letters and does with them; never personal data. */
@RestController
@RequestMapping("/api/v1/ops/dead-letters")
class DeadLetterController {

  /** How a re-drive ended. */
  record RedriveResult(String id, String outcome, int alsoResolved, @Nullable String cause) {}

  /** What a re-drive would do; see {@link DryRun.Result}. */
  record DryRunResult(
      String id, boolean runs, DryRun.Why why, @Nullable String behind, int following) {}

  private final ServiceStatus status;
  private final DeadLetters deadLetters;
  private final Redrive redrive;
  private final DryRun dryRun;
  private final Cursors cursors;

  DeadLetterController(
      ServiceStatus status,
      DeadLetters deadLetters,
      Redrive redrive,
      DryRun dryRun,
      Cursors cursors) {
    this.status = status;
    this.deadLetters = deadLetters;
    this.redrive = redrive;
    this.dryRun = dryRun;
    this.cursors = cursors;
  }

  @GetMapping
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
        page.stream().map(letter -> Letter.of(status.service(), letter)).toList(),
        more ? cursors.encode(Map.of("after", page.getLast().id())) : null);
  }

  @GetMapping("/{id}")
  LetterDetail deadLetter(@PathVariable String id) {
    return deadLetters
        .find(id)
        .map(letter -> LetterDetail.of(status.service(), letter))
        .orElseThrow(DeadLetterController::unknown);
  }

  @PostMapping("/{id}/dry-run")
  DryRunResult dryRun(@PathVariable String id) {
    DryRun.Result would = dryRun.of(id).orElseThrow(DeadLetterController::unknown);
    return new DryRunResult(id, would.runs(), would.why(), would.behind(), would.following());
  }

  @PostMapping("/{id}/redrive")
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
}
