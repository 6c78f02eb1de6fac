package org.nuanxin.membership.timeline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.web.SseStreams;
import org.nuanxin.membership.member.Language;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.MemberFixtures;
import org.nuanxin.membership.member.Members;
import org.nuanxin.membership.timeline.ReadTimeline;
import org.nuanxin.membership.timeline.RecordedStep;
import org.nuanxin.membership.timeline.RecordedSteps;
import org.nuanxin.membership.timeline.WelcomePackage;

class TimelineStreamsTest {

  private final Member member = MemberFixtures.joined();
  private final String phone = member.identity().phones().getFirst();
  private final AtomicInteger reads = new AtomicInteger();
  private final SseStreams streams =
      new SseStreams(Duration.ofSeconds(15), Duration.ofMinutes(15), 64, 2, 3);
  private final TimelineStreams timelines =
      new TimelineStreams(
          streams,
          listener -> {},
          thisMember(),
          new ReadTimeline(
              noSteps(),
              new WelcomePackage(Duration.ofMinutes(10), ZoneId.of("Asia/Shanghai")),
              Clock.systemUTC()));

  @Test
  void readsAnewForWhoeverWatchesAndForNobodyElse() {
    timelines.open("460200", phone, null);
    assertThat(reads.get()).isEqualTo(1);
    timelines.changed(member.id(), List.of());
    assertThat(reads.get()).isEqualTo(2);
    assertThat(timelines.isAnybodyThere()).isTrue();

    streams.stop();
    timelines.changed(member.id(), List.of());
    timelines.everythingMayHaveChanged();

    assertThat(reads.get()).isEqualTo(2);
    assertThat(timelines.isAnybodyThere()).isFalse();
  }

  @Test
  void readsAnewForEachLanguageInWhichItIsWatched() {
    timelines.open("460200", phone, Language.ENGLISH);
    timelines.open("460200", phone, Language.CHINESE);
    timelines.open("460200", phone, Language.CHINESE);
    int opened = reads.get();

    timelines.changed(member.id(), List.of());

    assertThat(reads.get()).isEqualTo(opened + 2);
    streams.stop();
    assertThat(timelines.isAnybodyThere()).isFalse();
  }

  /** A store that holds one person and counts how often it is asked. */
  private Members thisMember() {
    return (Members)
        Proxy.newProxyInstance(
            Members.class.getClassLoader(),
            new Class<?>[] {Members.class},
            (proxy, method, arguments) -> {
              reads.incrementAndGet();
              return Optional.of(member);
            });
  }

  private static RecordedSteps noSteps() {
    return new RecordedSteps() {
      @Override
      public void add(List<RecordedStep> steps) {}

      @Override
      public List<RecordedStep> of(String memberId) {
        return List.of();
      }

      @Override
      public Map<String, String> membersByPhone(Set<PhoneOf> phones) {
        return Map.of();
      }
    };
  }
}
