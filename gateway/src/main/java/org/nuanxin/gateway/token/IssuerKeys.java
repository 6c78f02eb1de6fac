package org.nuanxin.gateway.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The issuer's public keys, fetched at the first token and again when they are five minutes old or
 * a token names a key that is not among them. However many forged key ids come, the issuer is asked
 * at most every five seconds; while it is down, the last keys serve for an hour.
 */
final class IssuerKeys {

  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration OUTAGE = Duration.ofHours(1);
  private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(5);

  private final Mono<JWKSet> fetch;
  private final Clock clock;
  private final AtomicReference<@Nullable Mono<Kept>> underWay = new AtomicReference<>();
  private volatile @Nullable Kept kept;
  private volatile Instant lastFetch = Instant.MIN;

  /** Keys fetched by that. */
  IssuerKeys(Mono<JWKSet> fetch, Clock clock) {
    this.fetch = fetch;
    this.clock = clock;
  }

  /**
   * The keys a token may have been signed with; none when its key is unknown.
   *
   * @return an {@link IssuerUnavailable} error when there are no keys to be had
   */
  Flux<JWK> of(SignedJWT token) {
    JWKSelector selector = new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader()));
    Kept now = kept;
    Instant instant = clock.instant();
    if (now != null && instant.isBefore(now.at().plus(FRESH))) {
      List<JWK> found = selector.select(now.keys());
      if (!found.isEmpty() || instant.isBefore(lastFetch.plus(BETWEEN_FETCHES))) {
        return Flux.fromIterable(found);
      }
    }
    return refreshed(now).flatMapIterable(fresh -> selector.select(fresh.keys()));
  }

  private Mono<Kept> refreshed(@Nullable Kept last) {
    boolean usable = last != null && clock.instant().isBefore(last.at().plus(OUTAGE));
    if (last != null && usable && clock.instant().isBefore(lastFetch.plus(BETWEEN_FETCHES))) {
      return Mono.just(last);
    }
    Mono<Kept> fetched = fetched();
    return last != null && usable
        ? fetched.onErrorReturn(last)
        : fetched.onErrorMap(IssuerUnavailable::new);
  }

  /** One fetch at a time, whoever waits for it. */
  private Mono<Kept> fetched() {
    Mono<Kept> running = underWay.get();
    if (running != null) {
      return running;
    }
    Mono<Kept> started =
        fetch
            .map(keys -> new Kept(keys, clock.instant()))
            .doOnNext(fresh -> kept = fresh)
            // Before anybody hears of it, so that the next question sees it.
            .doOnTerminate(() -> {
              lastFetch = clock.instant();
              underWay.set(null);
            })
            .cache();
    return underWay.compareAndSet(null, started) ? started : fetched();
  }

  private record Kept(JWKSet keys, Instant at) {}
}
