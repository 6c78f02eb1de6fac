package org.nuanxin.membership.member.web;

import java.time.Clock;
import org.nuanxin.kit.web.Cursors;
import org.nuanxin.membership.access.AccessLog;
import org.nuanxin.membership.calendar.WorkingCalendar;
import org.nuanxin.membership.member.CorrectApplication;
import org.nuanxin.membership.member.Identities;
import org.nuanxin.membership.member.MemberSearch;
import org.nuanxin.membership.member.Members;
import org.nuanxin.membership.member.OwnAffairs;
import org.nuanxin.membership.member.RelinkPhone;
import org.nuanxin.membership.member.ReviewQueue;
import org.nuanxin.membership.reference.Consents;
import org.nuanxin.membership.union.UnionTree;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** What stands between the controllers and the use cases. */
@Configuration(proxyBeanMethods = false)
class MemberWebConfiguration {

  @Bean
  Scope scope(UnionTree unions) {
    return new Scope(unions);
  }

  @Bean
  RoutingCheck routingCheck(UnionTree unions) {
    return new RoutingCheck(unions);
  }

  @Bean
  ApplicationCheck applicationCheck(
      RoutingCheck routing, Consents consents, WorkingCalendar calendar, Clock clock) {
    return new ApplicationCheck(routing, consents, calendar, clock);
  }

  @Bean
  Applicants applicants(
      ApplicationCheck check,
      Identities identities,
      Scope scope,
      UnionTree unions,
      @Value("${nuanxin.federation:460200}") String federation) {
    return new Applicants(check, identities, scope, unions, federation);
  }

  @Bean
  Records records(Members members, Identities identities, Scope scope, AccessLog accessLog) {
    return new Records(members, identities, scope, accessLog);
  }

  @Bean
  Corrections corrections(Records records, ApplicationCheck check, CorrectApplication correct) {
    return new Corrections(records, check, correct);
  }

  @Bean
  PhoneChanges phoneChanges(OwnAffairs own, Identities identities, JwtDecoder tokens) {
    return new PhoneChanges(own, identities, tokens);
  }

  @Bean
  PhoneLinks phoneLinks(RelinkPhone relink, Scope scope, AccessLog accessLog) {
    return new PhoneLinks(relink, scope, accessLog);
  }

  @Bean
  Disclosures disclosures(
      Members members, Identities identities, Scope scope, AccessLog accessLog, UnionTree unions) {
    return new Disclosures(members, identities, scope, accessLog, unions);
  }

  @Bean
  MemberSearching memberSearching(
      MemberSearch search,
      Identities identities,
      Scope scope,
      UnionTree unions,
      WorkingCalendar calendar,
      Cursors cursors,
      Clock clock) {
    return new MemberSearching(
        search,
        new MemberSearchCheck(identities, unions, calendar, cursors, clock),
        identities,
        scope,
        unions,
        cursors);
  }

  @Bean
  DecisionCheck decisionCheck(UnionTree unions, Scope scope) {
    return new DecisionCheck(unions, scope);
  }

  @Bean
  QueueReading queueReading(
      ReviewQueue queue,
      Identities identities,
      Scope scope,
      UnionTree unions,
      Cursors cursors,
      WorkingCalendar calendar) {
    return new QueueReading(queue, identities, scope, unions, cursors, calendar.zone());
  }
}
