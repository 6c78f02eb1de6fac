package org.nuanxin.kit.pii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

  private static final String CONTEXT = "members.name:01abc";
  private static final String OLD_KEY = "k1=AAECAwQFBgcICQoLDA0ODw==";
  private static final String NEW_KEY = "k2=Dw4NDAsKCQgHBgUEAwIBAA==";

  private final PersonalData data = TestPii.personalData();

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "张三", "阿依古丽·买买提", "𠮷野家", "460200199001011234", "👷🏽‍♀️"})
  void givesBackWhatItEncrypted(String plain) {
    assertThat(data.decrypt(data.encrypt(plain, CONTEXT), CONTEXT)).isEqualTo(plain);
  }

  @Test
  void givesBackALongText() {
    String plain = "暖".repeat(5_000);

    assertThat(data.decrypt(data.encrypt(plain, CONTEXT), CONTEXT)).isEqualTo(plain);
  }

  @Test
  void namesItsKeyAndHidesTheText() {
    String value = data.encrypt("Li Wei", CONTEXT);

    assertThat(value).matches("t1\\.[A-Za-z0-9_-]+").doesNotContain("Li", "Wei");
  }

  @Test
  void givesAnotherValueEachTime() {
    Set<String> values = new HashSet<>();
    IntStream.range(0, 1_000).forEach(i -> values.add(data.encrypt("same", CONTEXT)));

    assertThat(values).hasSize(1_000);
  }

  @Test
  void worksInManyThreadsAtOnce() {
    assertThat(
            IntStream.range(0, 5_000)
                .parallel()
                .mapToObj(i -> data.decrypt(data.encrypt("text " + i, "c" + i), "c" + i))
                .distinct())
        .hasSize(5_000);
  }

  @Nested
  class WhenSomebodyTampers {

    private final String value = data.encrypt("460200199001011234", CONTEXT);

    @Test
    void noticesEveryChangedCharacter() {
      // The last character of unpadded base64url may carry bits that mean nothing.
      for (int i = value.indexOf('.') + 1; i < value.length() - 1; i++) {
        char other = value.charAt(i) == 'A' ? 'B' : 'A';
        String changed = value.substring(0, i) + other + value.substring(i + 1);
        assertThatThrownBy(() -> data.decrypt(changed, CONTEXT))
            .isInstanceOf(UnreadableValue.class);
      }
    }

    @Test
    void noticesAValueMovedToAnotherPerson() {
      assertThatThrownBy(() -> data.decrypt(value, "members.name:01xyz"))
          .isInstanceOf(UnreadableValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "t1", "t1.", "t1.AAAA", "t1.!!!!", "unknown.AAAAAAAAAAAAAAAA"})
    void refusesWhatIsNoValueAtAll(String malformed) {
      assertThatThrownBy(() -> data.decrypt(malformed, CONTEXT))
          .isInstanceOf(UnreadableValue.class);
    }

    @Test
    void noticesACutValue() {
      assertThatThrownBy(() -> data.decrypt(value.substring(0, value.length() - 4), CONTEXT))
          .isInstanceOf(UnreadableValue.class);
    }
  }

  @Nested
  class WhileAKeyIsRotated {

    private final PersonalData before = with(OLD_KEY);
    private final PersonalData during = with(NEW_KEY + "," + OLD_KEY);
    private final PersonalData after = with(NEW_KEY);

    @Test
    void readsValuesOfTheOldKeyAndWritesWithTheNew() {
      String old = before.encrypt("Li Wei", CONTEXT);

      assertThat(during.decrypt(old, CONTEXT)).isEqualTo("Li Wei");
      assertThat(during.encrypt("Li Wei", CONTEXT)).startsWith("k2.");
    }

    @Test
    void tellsWhichValuesAreStillToBeEncryptedAnew() {
      assertThat(during.isOutdated(before.encrypt("x", CONTEXT))).isTrue();
      assertThat(during.isOutdated(during.encrypt("x", CONTEXT))).isFalse();
    }

    @Test
    void noLongerReadsTheOldKeyOnceItIsTakenAway() {
      String old = before.encrypt("Li Wei", CONTEXT);

      assertThatThrownBy(() -> after.decrypt(old, CONTEXT)).isInstanceOf(UnreadableValue.class);
    }

    private static PersonalData with(String keys) {
      return new PersonalData(new EnvironmentPiiKeys(keys, TestPii.INDEX_KEYS));
    }
  }

  /** The algorithms are those of the standards: the examples printed there come out. */
  @Nested
  class KnownAnswers {

    @Test
    void sm4EncryptsTheExampleOfGbt32907() {
      byte[] block = Hex.decode("0123456789abcdeffedcba9876543210");
      SM4Engine engine = new SM4Engine();
      engine.init(true, new KeyParameter(block));
      byte[] out = new byte[16];
      engine.processBlock(block, 0, out, 0);

      assertThat(Hex.toHexString(out)).isEqualTo("681edf34d206965e86b3e94f536e4246");
    }

    @Test
    void sm4InGcmModeGivesTheExampleOfRfc8998() throws Exception {
      var cipher = GCMBlockCipher.newInstance(new SM4Engine());
      cipher.init(
          true,
          new AEADParameters(
              new KeyParameter(Hex.decode("0123456789ABCDEFFEDCBA9876543210")),
              128,
              Hex.decode("00001234567800000000ABCD"),
              Hex.decode("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2")));
      byte[] plain =
          Hex.decode(
              "AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD"
                  + "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA");
      byte[] out = new byte[cipher.getOutputSize(plain.length)];
      cipher.doFinal(out, cipher.processBytes(plain, 0, plain.length, out, 0));

      assertThat(Hex.toHexString(out))
          .isEqualToIgnoringCase(
              "17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735"
                  + "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D"
                  + "83DE3541E4C2B58177E065A9BF7B62EC");
    }

    @Test
    void sm3HashesTheExampleOfGbt32905() {
      SM3Digest digest = new SM3Digest();
      digest.update(new byte[] {'a', 'b', 'c'}, 0, 3);
      byte[] out = new byte[32];
      digest.doFinal(out, 0);

      assertThat(Hex.toHexString(out))
          .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }
  }
}
