package org.nuanxin.kit.pii;

import java.util.List;
import java.util.Optional;

/**
 * Port to wherever the keys for personal data are kept (environment, KMS, HSM).
 *
 * <p>Implementations are thread-safe and answer from memory: they are asked on every request.
 */
public interface PiiKeys {

  /** The key that encrypts new values: SM4, 16 bytes. */
  PiiKey currentCipherKey();

  /** The cipher key with this id, current or retired; empty when it is not known (any more). */
  Optional<PiiKey> cipherKey(String id);

  /**
   * All keys of the blind index, the current one first: HMAC-SM3, 32 bytes. More than one while a
   * key is being rotated.
   */
  List<PiiKey> indexKeys();
}
