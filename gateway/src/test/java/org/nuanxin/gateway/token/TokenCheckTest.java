package org.nuanxin.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.gateway.TestIssuer;
import org.nuanxin.gateway.problem.ProblemException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

/** Tokens, their keys, and what is remembered of both. */
class TokenCheckTest {

  private final TestIssuer issuer = new TestIssuer();
  private final SettableClock clock = new SettableClock();
  private final TokenCheck tokens = check(URI.create(issuer.url() + "/oauth2/jwks"));

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Test
  void tellsWhoseTokenItIs() {
    Caller worker = tokens.verify(issuer.worker("w")).block();
    assertThat(worker).isNotNull();
    assertThat(worker.subject()).isEqualTo("w");
    assertThat(worker.isOperator()).isFalse();
    Caller operator = tokens.verify(issuer.operator()).block();
    assertThat(operator).isNotNull();
    assertThat(operator.isOperator()).isTrue();
  }

  @Test
  void remembersATokenForAMinuteAtMostAndNotPastItsEnd() {
    String token = issuer.token(claims -> claims.expirationTime(in(Duration.ofSeconds(30))));
    assertThat(tokens.known(token)).isNull();
    tokens.verify(token).block();
    assertThat(tokens.known(token)).isNotNull();
    assertThat(tokens.known(issuer.worker("other"))).isNull();
    clock.pass(Duration.ofSeconds(31));
    assertThat(tokens.known(token)).isNull();
  }

  @Test
  void allowsTenSecondsOfClockDifference() {
    assertThat(code(endedBefore(Duration.ofSeconds(5)))).isEqualTo("genuine");
    assertThat(code(endedBefore(Duration.ofSeconds(15)))).isEqualTo("invalid-token");
  }

  @Test
  void asksForKeysRarelyHoweverManyUnknownOnesAreNamed() {
    assertThat(code(issuer.worker("w"))).isEqualTo("genuine");
    for (int i = 0; i < 50; i++) {
      assertThat(code(issuer.signedWithUnknownKey("key-" + i))).isEqualTo("invalid-token");
      clock.pass(Duration.ofMillis(100));
    }
    assertThat(issuer.keyRequests()).isEqualTo(1);
    clock.pass(Duration.ofSeconds(1));
    assertThat(code(issuer.signedWithUnknownKey("one-more"))).isEqualTo("invalid-token");
    assertThat(issuer.keyRequests()).isEqualTo(2);
  }

  @Test
  void followsAnIssuerThatChangesItsKey() {
    String before = issuer.worker("w");
    assertThat(code(before)).isEqualTo("genuine");
    clock.pass(Duration.ofSeconds(6));
    issuer.rotate("second");
    assertThat(code(issuer.worker("w"))).isEqualTo("genuine");
    assertThat(code(before)).isEqualTo("genuine");
  }

  @Test
  void goesOnWithTheLastKeysForAnHourWhileTheIssuerIsDown() {
    String token = issuer.token(claims -> claims.expirationTime(in(Duration.ofHours(5))));
    assertThat(code(token)).isEqualTo("genuine");
    issuer.close();
    clock.pass(Duration.ofMinutes(50));
    assertThat(code(token)).isEqualTo("genuine");
    clock.pass(Duration.ofMinutes(11));
    assertThat(code(token)).isEqualTo("issuer-unavailable");
  }

  @Test
  void callsNoTokenForgedForWantOfAnIssuer() {
    issuer.close();
    assertThat(code(issuer.worker("w"))).isEqualTo("issuer-unavailable");
  }

  @Test
  void findsKeysByTheDiscoveryDocument() {
    TokenCheck discovering = check(null);
    assertThat(discovering.verify(issuer.worker("w")).block()).isNotNull();
  }

  private TokenCheck check(URI jwks) {
    return new TokenConfiguration()
        .tokenCheck(
            new TokenSettings(issuer.url(), jwks, "nuanxin"),
            JsonMapper.builder().build(),
            clock,
            HttpClient.create());
  }

  private String code(String token) {
    return tokens
        .verify(token)
        .map(caller -> "genuine")
        .onErrorResume(ProblemException.class, problem -> Mono.just(problem.code()))
        .block();
  }

  private String endedBefore(Duration ago) {
    return issuer.token(
        claims -> claims.issueTime(in(Duration.ofHours(-1))).expirationTime(in(ago.negated())));
  }

  private Date in(Duration time) {
    return Date.from(clock.instant().plus(time));
  }

  private static final class SettableClock extends Clock {

    private Instant now = Instant.now();

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
