package org.nuanxin.kit.pii;

import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Fixed keys for tests; they protect nothing. */
public final class TestPii {

  /** Value for {@code nuanxin.pii.keys}: 16 bytes. */
  public static final String KEYS = "t1=AAECAwQFBgcICQoLDA0ODw==";

  /** Value for {@code nuanxin.pii.index-keys}: 32 bytes. */
  public static final String INDEX_KEYS = "i1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private static final EnvironmentPiiKeys PII_KEYS = new EnvironmentPiiKeys(KEYS, INDEX_KEYS);

  private TestPii() {}

  /** Both properties. */
  public static Map<String, String> properties() {
    return Map.of("nuanxin.pii.keys", KEYS, "nuanxin.pii.index-keys", INDEX_KEYS);
  }

  /** Registers both properties with a Spring test. */
  public static void register(DynamicPropertyRegistry registry) {
    properties().forEach((name, value) -> registry.add(name, () -> value));
  }

  /** The provider of the test keys. */
  public static PiiKeys keys() {
    return PII_KEYS;
  }

  /** Encryption with the test keys. */
  public static PersonalData personalData() {
    return new PersonalData(PII_KEYS);
  }

  /** Blind index with the test keys. */
  public static BlindIndex blindIndex() {
    return new BlindIndex(PII_KEYS);
  }
}
