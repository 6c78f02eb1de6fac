package org.nuanxin.identity.key.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Security;
import java.security.Signature;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NativeRsaTest {

  private static final byte[] TEXT = "header.claims".getBytes(StandardCharsets.US_ASCII);
  private static KeyPair keys;

  @BeforeAll
  static void makeKeys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
  }

  @Test
  @EnabledOnOs(
      value = OS.LINUX,
      architectures = {"amd64", "aarch64"})
  void signsByNativeCodeWhatTheJdkSignsByItself() throws Exception {
    assertThat(NativeRsa.install()).isTrue();
    Signature first = Signature.getInstance("SHA256withRSA");

    byte[] byNativeCode = sign(first);

    assertThat(first.getProvider().getName()).isEqualTo("NuanxinNativeRsa");
    assertThat(byNativeCode).isEqualTo(sign(Signature.getInstance("SHA256withRSA", "SunRsaSign")));
  }

  @Test
  void takesNothingElseFromTheJdk() throws Exception {
    NativeRsa.install();

    assertThat(MessageDigest.getInstance("SHA-256").getProvider().getName()).isEqualTo("SUN");
    assertThat(KeyPairGenerator.getInstance("RSA").getProvider().getName()).isEqualTo("SunRsaSign");
  }

  @Test
  void isInstalledOnceHoweverOftenAsked() {
    boolean first = NativeRsa.install();
    int providers = Security.getProviders().length;

    assertThat(NativeRsa.install()).isEqualTo(first);
    assertThat(Security.getProviders()).hasSize(providers);
  }

  private static byte[] sign(Signature signature) throws Exception {
    signature.initSign(keys.getPrivate());
    signature.update(TEXT);
    return signature.sign();
  }
}
