package org.nuanxin.kit.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BlindIndexTest {

  private static final String PHONE = "+8613800138000";
  private static final String OLD_KEY = TestPii.INDEX_KEYS;
  private static final String NEW_KEY = "i2=Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=";

  private final BlindIndex index = TestPii.blindIndex();

  @Test
  void givesTheSameValueForTheSameText() {
    assertThat(index.of(PHONE, BlindIndex.PHONE)).isEqualTo(index.of(PHONE, BlindIndex.PHONE));
  }

  @Test
  void namesItsKeyAndHas128Bits() {
    assertThat(index.of(PHONE, BlindIndex.PHONE)).matches("i1\\.[A-Za-z0-9_-]{22}");
  }

  @Test
  void staysWhatItIsInTheDatabase() {
    assertThat(index.of(PHONE, BlindIndex.PHONE)).isEqualTo("i1.LnCmQ_kBeMVNqIV2c679qw");
  }

  @Test
  void givesAnotherValueForAnotherTextPurposeOrKey() {
    assertThat(
            new String[] {
              index.of(PHONE, BlindIndex.PHONE),
              index.of("+8613800138001", BlindIndex.PHONE),
              index.of(PHONE, BlindIndex.ID_NUMBER),
              with(NEW_KEY).of(PHONE, BlindIndex.PHONE),
            })
        .doesNotHaveDuplicates();
  }

  @Test
  void doesNotMixUpPurposeAndText() {
    assertThat(index.of("bc", "a")).isNotEqualTo(index.of("c", "ab"));
  }

  @Test
  void worksInManyThreadsAtOnce() {
    assertThat(
            IntStream.range(0, 5_000)
                .parallel()
                .mapToObj(i -> index.of(PHONE, BlindIndex.PHONE))
                .distinct())
        .hasSize(1);
  }

  @Test
  void isAnHmacAsRfc2104SaysIt() throws Exception {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 7);
    byte[] message = "message".getBytes(StandardCharsets.UTF_8);

    assertThat(new HmacSm3(key).of(message)).isEqualTo(hmacByHand(key, message));
  }

  @Nested
  class WhileAKeyIsRotated {

    private final BlindIndex during = with(NEW_KEY + "," + OLD_KEY);

    @Test
    void givesTheValuesOfBothKeysTheCurrentOneFirst() {
      assertThat(during.all(PHONE, BlindIndex.PHONE))
          .containsExactly(
              with(NEW_KEY).of(PHONE, BlindIndex.PHONE), index.of(PHONE, BlindIndex.PHONE));
    }

    @Test
    void writesWithTheNewKey() {
      assertThat(during.of(PHONE, BlindIndex.PHONE)).startsWith("i2.");
    }
  }

  private static BlindIndex with(String indexKeys) {
    return new BlindIndex(new EnvironmentPiiKeys(TestPii.KEYS, indexKeys));
  }

  private static byte[] hmacByHand(byte[] key, byte[] message) {
    byte[] inner = new byte[64];
    byte[] outer = new byte[64];
    for (int i = 0; i < 64; i++) {
      byte part = i < key.length ? key[i] : 0;
      inner[i] = (byte) (part ^ 0x36);
      outer[i] = (byte) (part ^ 0x5c);
    }
    return sm3(outer, sm3(inner, message));
  }

  private static byte[] sm3(byte[] first, byte[] second) {
    SM3Digest digest = new SM3Digest();
    digest.update(first, 0, first.length);
    digest.update(second, 0, second.length);
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    assertThat(MessageDigest.isEqual(out, new byte[32])).isFalse();
    return out;
  }
}
