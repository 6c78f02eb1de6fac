package org.nuanxin.membership.timeline.web;

import java.util.List;
import java.util.Optional;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.Page;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.membership.member.Members;
import org.nuanxin.membership.timeline.ReadTimeline;
import org.nuanxin.membership.timeline.TimelineItem;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
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

  /** Every step so far and what is awaited; empty for somebody who has not applied. */
  @GetMapping
  Page<TimelineItem> read(Caller caller) {
    List<TimelineItem> items =
        Optional.ofNullable(caller.phoneIndex())
            .flatMap(phone -> members.withPhone(caller.federation(), phone))
            .map(timeline::of)
            .orElse(List.of());
    return Page.of(items);
  }

  /** The same, live: first the whole list, then each item that changes. Clients replace by id. */
  @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter stream(Caller caller) {
    String phone = caller.phoneIndex();
    if (phone == null) {
      throw ProblemException.notFound();
    }
    return streams.open(caller.federation(), phone);
  }
}
