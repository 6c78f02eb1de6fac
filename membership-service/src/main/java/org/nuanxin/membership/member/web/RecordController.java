package org.nuanxin.membership.member.web;

import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.AnswerLanguage;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.membership.member.Language;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.union.UnionTree;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
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

  /**
   * Everything, in plain; 404 before applying. No cache keeps it. The union's name is in the
   * language that is accepted, else in the person's.
   */
  @GetMapping
  ResponseEntity<RecordView> read(
      Caller caller,
      @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted) {
    Member member = records.own(caller).orElseThrow(ProblemException::notFound);
    Language language =
        AnswerLanguage.accepted(accepted).flatMap(Language::of).orElse(member.language());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .body(RecordView.of(member, records.open(member), unions, language));
  }
}
