package org.nuanxin.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {

  private final SecureRandom random = new SecureRandom();
  private final RefreshToken token = RefreshToken.first(random);

  @Test
  void isReadBackFromItsText() {
    assertThat(RefreshToken.parse(token.text())).contains(token);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.b", "AAAAAAAAAAAAAAAAAAAAAA", "é.é"})
  void isNotReadFromAnythingElse(String text) {
    assertThat(RefreshToken.parse(text)).isEmpty();
    assertThat(RefreshToken.parse(token.text() + "x")).isEmpty();
  }

  @Test
  void leadsToOneSuccessorPerNonceWithinItsSession() {
    byte[] nonce = RefreshToken.nonce(random);
    RefreshToken successor = token.successor(nonce);
    assertThat(token.successor(nonce)).isEqualTo(successor);
    assertThat(token.successor(RefreshToken.nonce(random))).isNotEqualTo(successor);
    assertThat(RefreshToken.first(random).successor(nonce)).isNotEqualTo(successor);
    assertThat(successor.sessionId()).isEqualTo(token.sessionId());
    assertThat(RefreshToken.parse(successor.text())).contains(successor);
  }

  @Test
  void showsNothingInALog() {
    assertThat(token.toString()).doesNotContain(token.secret()).doesNotContain(token.sessionId());
  }
}
