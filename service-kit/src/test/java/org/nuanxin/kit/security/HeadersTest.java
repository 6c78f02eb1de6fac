package org.nuanxin.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.firewall.StrictHttpFirewall;

class HeadersTest {

  private final BearerHeader bearer = new BearerHeader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer abc.DEF-1_2~3+4/5==",
        "bearer abc.DEF-1_2~3+4/5==",
        "BEARER  abc.DEF-1_2~3+4/5== "
      })
  void readsABearerToken(String header) {
    assertThat(bearer.convert(request(header)))
        .isInstanceOfSatisfying(
            BearerTokenAuthenticationToken.class,
            token -> assertThat(token.getToken()).isEqualTo("abc.DEF-1_2~3+4/5=="));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YTpi", "Bearerabc", "Bearer", "", "Digest x"})
  void leavesOtherSchemesAlone(String header) {
    assertThat(bearer.convert(request(header))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer  ", "Bearer a b", "Bearer a,b", "Bearer é", "Bearer {\"a\":1}"})
  void refusesAMalformedToken(String header) {
    assertThatThrownBy(() -> bearer.convert(request(header)))
        .isInstanceOf(InvalidBearerTokenException.class);
  }

  @Test
  void refusesAnEndlessToken() {
    assertThatThrownBy(() -> bearer.convert(request("Bearer " + "a".repeat(8 * 1024 + 1))))
        .isInstanceOf(InvalidBearerTokenException.class);
  }

  @Test
  void knowsNoTokenWithoutAHeader() {
    assertThat(bearer.convert(new MockHttpServletRequest())).isNull();
  }

  @Test
  void judgesHeaderValuesAsSpringSecurityDoes() {
    HeaderValues values = new HeaderValues();
    for (int codePoint = 0; codePoint <= 0x2ffff; codePoint++) {
      if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
        continue;
      }
      String value = "a" + Character.toString(codePoint) + "b";
      assertThat(values.test(value))
          .as("U+%04X", codePoint)
          .isEqualTo(StrictHttpFirewall.ALLOWED_HEADER_VALUES.test(value));
    }
  }

  private static MockHttpServletRequest request(String authorization) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader("Authorization", authorization);
    return request;
  }
}
