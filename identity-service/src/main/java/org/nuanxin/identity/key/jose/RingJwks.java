package org.nuanxin.identity.key.jose;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.identity.key.KeyRing;
import org.nuanxin.identity.key.SigningKey;
import org.nuanxin.identity.key.SigningKeys;

/**
 * The ring as JSON Web Keys: the published ones, or the one that signs. The form is computed once
 * per version of the ring, not per request.
 */
final class RingJwks {

  private record Rendered(KeyRing ring, JWKSet published, JWKSet signing) {}

  private final SigningKeys keys;
  private volatile @Nullable Rendered rendered;

  RingJwks(SigningKeys keys) {
    this.keys = keys;
  }

  /** Public parts of every key that verifies or soon will. */
  JWKSource<SecurityContext> published() {
    return (selector, context) -> select(selector, rendered().published());
  }

  /** The one key that signs, private part included. */
  JWKSource<SecurityContext> signing() {
    return (selector, context) -> select(selector, rendered().signing());
  }

  private static List<JWK> select(JWKSelector selector, JWKSet set) {
    return selector.select(set);
  }

  private Rendered rendered() {
    KeyRing ring = keys.ring();
    Rendered known = rendered;
    if (known == null || known.ring().version() != ring.version()) {
      known = render(ring);
      rendered = known;
    }
    return known;
  }

  private static Rendered render(KeyRing ring) {
    List<JWK> published = new ArrayList<>();
    published.add(publicPart(ring.current()));
    published.add(publicPart(ring.next()));
    ring.retired()
        .forEach(key -> published.add(common(new RSAKey.Builder(key.publicKey()), key.id())));
    SigningKey current = ring.current();
    RSAKey signing =
        common(
            new RSAKey.Builder(current.publicKey()).privateKey(current.privateKey()), current.id());
    return new Rendered(ring, new JWKSet(published), new JWKSet(signing));
  }

  private static RSAKey publicPart(SigningKey key) {
    return common(new RSAKey.Builder(key.publicKey()), key.id());
  }

  private static RSAKey common(RSAKey.Builder builder, String id) {
    return builder.keyID(id).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256).build();
  }
}
