package org.nuanxin.identity;

import java.security.SecureRandom;
import java.time.Clock;
import org.nuanxin.identity.budget.AddressBudgets;
import org.nuanxin.identity.budget.BudgetLedger;
import org.nuanxin.identity.budget.BudgetLimits;
import org.nuanxin.identity.code.CodeMessages;
import org.nuanxin.identity.code.CodePolicy;
import org.nuanxin.identity.code.OneTimeCodes;
import org.nuanxin.identity.code.SendCode;
import org.nuanxin.identity.key.KeyPolicy;
import org.nuanxin.identity.key.KeyRings;
import org.nuanxin.identity.key.SigningKeys;
import org.nuanxin.identity.session.EndFormerSessions;
import org.nuanxin.identity.session.OpenSession;
import org.nuanxin.identity.session.Person;
import org.nuanxin.identity.session.RenewSession;
import org.nuanxin.identity.session.SessionPolicy;
import org.nuanxin.identity.session.Sessions;
import org.nuanxin.identity.session.StaffRecords;
import org.nuanxin.identity.staff.BackOff;
import org.nuanxin.identity.staff.CheckPassword;
import org.nuanxin.identity.staff.FailedSignIns;
import org.nuanxin.identity.staff.NameLimit;
import org.nuanxin.identity.staff.Passwords;
import org.nuanxin.identity.staff.StaffAccounts;
import org.nuanxin.identity.token.TokenPolicy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Puts the use cases together; they know nothing of Spring. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class Wiring {

  @Bean
  SecureRandom secureRandom() {
    return new SecureRandom();
  }

  @Bean
  CodePolicy codePolicy(IdentitySettings settings) {
    return settings.codes();
  }

  @Bean
  BudgetLimits budgetLimits(IdentitySettings settings) {
    return settings.budgets();
  }

  @Bean
  AddressBudgets addressBudgets(BudgetLedger ledger, BudgetLimits limits) {
    return new AddressBudgets(ledger, limits);
  }

  @Bean
  BackOff backOff(IdentitySettings settings) {
    return settings.backOff();
  }

  @Bean
  NameLimit nameLimit(IdentitySettings settings) {
    return settings.nameLimit();
  }

  @Bean
  SessionPolicy sessionPolicy(IdentitySettings settings) {
    return settings.sessions();
  }

  @Bean
  KeyPolicy keyPolicy(IdentitySettings settings) {
    return settings.keys();
  }

  @Bean
  TokenPolicy tokenPolicy(
      IdentitySettings settings,
      @Value("${nuanxin.security.issuer}") String issuer,
      @Value("${nuanxin.security.audience:nuanxin}") String audience,
      @Value("${nuanxin.federation}") String federation) {
    return new TokenPolicy(issuer, audience, federation, settings.accessToken());
  }

  @Bean
  SendCode sendCode(
      OneTimeCodes codes,
      CodeMessages messages,
      CodePolicy policy,
      SecureRandom random,
      Clock clock) {
    return new SendCode(codes, messages, policy, random, clock);
  }

  @Bean
  CheckPassword checkPassword(
      StaffAccounts accounts,
      @Lazy Passwords passwords,
      FailedSignIns failures,
      Clock clock,
      IdentitySettings settings) {
    return new CheckPassword(
        accounts,
        passwords,
        failures,
        clock,
        settings.passwords().atOnce(),
        settings.passwords().patience());
  }

  @Bean
  OpenSession openSession(
      Sessions sessions, SessionPolicy policy, SecureRandom random, Clock clock) {
    return new OpenSession(sessions, policy, random, clock);
  }

  @Bean
  StaffRecords staffRecords(StaffAccounts accounts) {
    return username ->
        accounts
            .find(username)
            .map(each ->
                new Person.Staff(each.username(), each.roles(), each.unions(), each.station()));
  }

  @Bean
  RenewSession renewSession(
      Sessions sessions, StaffRecords staff, SecureRandom random, Clock clock) {
    return new RenewSession(sessions, staff, random, clock);
  }

  @Bean
  EndFormerSessions endFormerSessions(Sessions sessions, TokenPolicy tokens) {
    return new EndFormerSessions(sessions, tokens.validity());
  }

  @Bean
  SigningKeys signingKeys(KeyRings rings, KeyPolicy policy, Clock clock) {
    return new SigningKeys(rings, policy, clock);
  }
}
