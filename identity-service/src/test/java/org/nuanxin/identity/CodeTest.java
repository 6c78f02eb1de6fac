package org.nuanxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CodeTest {

  private static RunningIdentity identity;

  @BeforeAll
  static void start() {
    identity = RunningIdentity.start("identity_codes");
  }

  @AfterAll
  static void stop() {
    identity.close();
  }

  @Test
  void signsAWorkerInByTheCodeThatThePhoneReceived() {
    String phone = RunningIdentity.newPhone();
    Answer asked = identity.askForCode(phone);
    assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    Answer token = identity.redeem(phone, identity.receivedCode(phone));
    assertThat(token.status()).as(token.body()).isEqualTo(200);
    System.out.println(token.body());
    System.out.println(identity.get("/oauth2/jwks").body());
    System.out.println(identity.get("/.well-known/openid-configuration").body());
  }
}
