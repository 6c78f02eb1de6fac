package org.nuanxin.kit.pii;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC (RFC 2104) over SM3 (GB/T 32905). Thread-safe: each call has an engine of its own. */
public final class HmacSm3 {

  private final KeyParameter key;

  /** A code under this key. */
  public HmacSm3(byte[] key) {
    this.key = new KeyParameter(key);
  }

  /** The 32 bytes of authentication code of a message. */
  public byte[] of(byte[] message) {
    HMac mac = new HMac(new SM3Digest());
    mac.init(key);
    mac.update(message, 0, message.length);
    byte[] code = new byte[mac.getMacSize()];
    mac.doFinal(code, 0);
    return code;
  }
}
