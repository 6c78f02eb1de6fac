package org.nuanxin.membership.member.web;

import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.membership.union.UnionTree;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is stored about the caller. Not written to the access log, which is about looks of others: a
 * person's own would bury them.
 */
@RestController
@RequestMapping("/api/v1/me/record")
class RecordController {

  private final Records records;
  private final UnionTree unions;

  RecordController(Records records, UnionTree unions) {
    this.records = records;
    this.unions = unions;
  }

  /** Everything, in plain; 404 before applying. No cache keeps it. */
  @GetMapping
  ResponseEntity<RecordView> read(Caller caller) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            records
                .own(caller)
                .map(member -> RecordView.of(member, records.open(member), unions))
                .orElseThrow(ProblemException::notFound));
  }
}
