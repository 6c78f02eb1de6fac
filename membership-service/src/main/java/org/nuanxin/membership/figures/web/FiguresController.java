package org.nuanxin.membership.figures.web;

import java.util.Set;
import java.util.function.Predicate;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.membership.figures.Counts;
import org.nuanxin.membership.figures.Figures;
import org.nuanxin.membership.figures.ReadFigures;
import org.nuanxin.membership.member.web.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The staff's overview. */
@RestController
class FiguresController {

  private final ReadFigures figures;
  private final Scope scope;

  FiguresController(ReadFigures figures, Scope scope) {
    this.figures = figures;
    this.scope = scope;
  }

  /** Figures of the caller's unions, seconds old; at most a minute where counting takes long. */
  @GetMapping("/api/v1/figures")
  Figures read(Caller caller, @RequestParam(defaultValue = "14") int days) {
    if (days < 1 || days > Counts.MOST_DAYS) {
      throw ProblemException.invalid("days", "OUT_OF_RANGE", "must be 1 to " + Counts.MOST_DAYS);
    }
    return figures.of(caller.federation(), unionsOf(caller), days);
  }

  private Predicate<String> unionsOf(Caller caller) {
    if (scope.isUnlimited(caller)) {
      return union -> true;
    }
    Set<String> unions = scope.unionsOf(caller);
    return unions::contains;
  }
}
