package org.nuanxin.membership;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import org.nuanxin.kit.mongo.Ids;
import org.nuanxin.kit.pii.BlindIndex;
import org.nuanxin.kit.pii.PersonalData;
import org.nuanxin.membership.access.AccessLog;
import org.nuanxin.membership.calendar.WorkingCalendar;
import org.nuanxin.membership.figures.City;
import org.nuanxin.membership.figures.Counts;
import org.nuanxin.membership.figures.ReadFigures;
import org.nuanxin.membership.identity.SealedIdentities;
import org.nuanxin.membership.member.ApplyForMembership;
import org.nuanxin.membership.member.AutoReview;
import org.nuanxin.membership.member.CorrectApplication;
import org.nuanxin.membership.member.Identities;
import org.nuanxin.membership.member.Judgement;
import org.nuanxin.membership.member.Members;
import org.nuanxin.membership.member.MembershipNumbers;
import org.nuanxin.membership.member.OwnAffairs;
import org.nuanxin.membership.member.RelinkPhone;
import org.nuanxin.membership.member.ReviewApplication;
import org.nuanxin.membership.member.Rule;
import org.nuanxin.membership.member.SealAnew;
import org.nuanxin.membership.reference.Consents;
import org.nuanxin.membership.reference.ReferenceData;
import org.nuanxin.membership.timeline.ReadTimeline;
import org.nuanxin.membership.timeline.RecordedSteps;
import org.nuanxin.membership.timeline.WelcomePackage;
import org.nuanxin.membership.union.UnionTree;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reference data and use cases. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MembershipSettings.class)
class MembershipConfiguration {

  @Bean
  UnionTree unionTree() {
    return ReferenceData.unionTree();
  }

  @Bean
  WorkingCalendar workingCalendar(MembershipSettings settings) {
    return ReferenceData.calendar(settings.zone(), settings.endOfWorkingDay());
  }

  @Bean
  Consents consents() {
    return ReferenceData.consents();
  }

  @Bean
  Identities identities(PersonalData personalData, BlindIndex blindIndex) {
    return new SealedIdentities(personalData, blindIndex);
  }

  @Bean
  AccessLog accessLog(MongoDatabase database, Clock clock) {
    return new AccessLog(database, clock);
  }

  @Bean
  Judgement judgement(
      UnionTree unions,
      WorkingCalendar calendar,
      MembershipSettings settings,
      MembershipNumbers numbers,
      Consents consents) {
    AutoReview autoReview =
        new AutoReview(
            settings.rules() == null ? Rule.DEFAULT : settings.rules(),
            settings.reviewedOccupations());
    return new Judgement(unions, calendar, autoReview, numbers, consents.current());
  }

  @Bean
  ApplyForMembership applyForMembership(
      Members members, Identities identities, Judgement judgement, Clock clock) {
    return new ApplyForMembership(members, identities, judgement, Ids::next, millis(clock));
  }

  @Bean
  CorrectApplication correctApplication(
      Members members, Identities identities, Judgement judgement, Clock clock) {
    return new CorrectApplication(members, identities, judgement, millis(clock));
  }

  @Bean
  ReviewApplication reviewApplication(
      Members members, MembershipNumbers numbers, UnionTree unions, Clock clock) {
    return new ReviewApplication(members, numbers, unions, millis(clock));
  }

  @Bean
  OwnAffairs ownAffairs(Members members, Identities identities, Clock clock) {
    return new OwnAffairs(members, identities, millis(clock));
  }

  @Bean
  RelinkPhone relinkPhone(Members members, Identities identities, Clock clock) {
    return new RelinkPhone(members, identities, millis(clock));
  }

  @Bean
  SealAnew sealAnew(Members members, Identities identities, Clock clock) {
    return new SealAnew(members, identities, millis(clock));
  }

  @Bean
  ReadTimeline readTimeline(RecordedSteps steps, MembershipSettings settings, Clock clock) {
    return new ReadTimeline(
        steps, new WelcomePackage(settings.grantsWithin(), settings.zone()), clock);
  }

  @Bean
  ReadFigures readFigures(
      Counts counts, UnionTree unions, MembershipSettings settings, Clock clock) {
    return new ReadFigures(
        counts,
        new City(unions, settings.registeredWorkers()),
        millis(clock),
        settings.figuresFor());
  }

  /** As exact as it is stored, so that an answer shows the same time at once and later. */
  private static Clock millis(Clock clock) {
    return Clock.tick(clock, Duration.ofMillis(1));
  }
}
