package org.nuanxin.benefits.programme.web;

import java.util.List;
import java.util.Map;
import org.nuanxin.benefits.programme.PeriodRule;
import org.nuanxin.benefits.programme.Programme;
import org.nuanxin.benefits.programme.Programmes;
import org.nuanxin.kit.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a member can have. */
@RestController
class ProgrammeController {

  /**
   * A programme as shown.
   *
   * @param period how often a member can have it
   */
  record View(
      String code,
      int version,
      PeriodRule period,
      Map<String, String> names,
      Map<String, List<String>> contents) {

    static View of(Programme programme) {
      return new View(
          programme.code(),
          programme.version(),
          programme.period(),
          programme.names(),
          programme.contents());
    }
  }

  private final Programmes programmes;

  ProgrammeController(Programmes programmes) {
    this.programmes = programmes;
  }

  /** All programmes in force. */
  @GetMapping("/api/v1/programmes")
  Page<View> all() {
    return Page.of(programmes.all().stream().map(View::of).toList());
  }
}
