package org.nuanxin.membership.timeline.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.AnswerLanguage;
import org.nuanxin.kit.web.Page;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.membership.member.Language;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Members;
import org.nuanxin.membership.timeline.ReadTimeline;
import org.nuanxin.membership.timeline.TimelineItem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The worker's own timeline. */
@RestController
@RequestMapping("/api/v1/me/timeline")
class TimelineController {

  private final Members members;
  private final ReadTimeline timeline;
  private final TimelineStreams streams;

  TimelineController(Members members, ReadTimeline timeline, TimelineStreams streams) {
    this.members = members;
    this.timeline = timeline;
    this.streams = streams;
  }

  /**
   * Every step so far and what is awaited, in the language that is accepted, else in the person's;
   * empty for somebody who has not applied.
   */
  @GetMapping
  ResponseEntity<Page<TimelineItem>> read(
      Caller caller,
      @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted) {
    Optional<Member> found =
        Optional.ofNullable(caller.phoneIndex())
            .flatMap(phone -> members.withPhone(caller.federation(), phone));
    if (found.isEmpty()) {
      return AnswerLanguage.answer(Page.of(List.of()), List.of());
    }
    Member member = found.get();
    Language language = accepted(accepted).orElse(member.language());
    return AnswerLanguage.answer(Page.of(timeline.of(member, language)), List.of(language.tag()));
  }

  /** The same, live: first the whole list, then each item that changes. Clients replace by id. */
  @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> stream(
      Caller caller,
      @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted) {
    String phone = caller.phoneIndex();
    if (phone == null) {
      throw ProblemException.notFound();
    }
    Optional<Language> language = accepted(accepted);
    return AnswerLanguage.answer(
        streams.open(caller.federation(), phone, language.orElse(null)),
        language.stream().map(Language::tag).toList());
  }

  private static Optional<Language> accepted(@Nullable String header) {
    return AnswerLanguage.accepted(header).flatMap(Language::of);
  }
}
