package org.nuanxin.kit.security;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.pii.TestPii;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

class SilentIssuerTest {

  private final TokenAuthentication authentication =
      new TokenAuthentication(
          // Nobody listens on port 1.
          TokenDecoders.of(TestTokens.issuer(), "http://127.0.0.1:1/jwks", "nuanxin"),
          new Callers(TestTokens.FEDERATION, TestPii.blindIndex()),
          new VerifiedTokens(Clock.systemUTC(), 10));

  @Test
  void isNotTakenForABadToken() {
    assertThatThrownBy(() -> authenticate(TestTokens.worker("13800138000")))
        .isInstanceOf(IssuerUnavailable.class);
  }

  @Test
  void isNotAskedAboutWhatIsNoToken() {
    assertThatThrownBy(() -> authenticate("nonsense"))
        .isInstanceOf(InvalidBearerTokenException.class);
    assertThatThrownBy(() -> authenticate(TestTokens.unsigned("13800138000")))
        .isInstanceOf(InvalidBearerTokenException.class);
  }

  private void authenticate(String token) {
    authentication.authenticate(new BearerTokenAuthenticationToken(token));
  }
}
