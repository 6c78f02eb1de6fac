package org.nuanxin.identity.key.web;

import java.time.Instant;
import java.util.List;
import org.nuanxin.identity.key.KeyRing;
import org.nuanxin.identity.key.RetiredKey;
import org.nuanxin.identity.key.SigningKeys;
import org.nuanxin.kit.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/auth/keys/rotate}, role OPS: a new key signs from now on. */
@RestController
class KeyController {

  private static final Logger LOG = LoggerFactory.getLogger(KeyController.class);

  record RingAnswer(
      long version, String current, String next, List<String> retired, Instant signsSince) {}

  private final SigningKeys keys;

  KeyController(SigningKeys keys) {
    this.keys = keys;
  }

  @PostMapping("/api/v1/auth/keys/rotate")
  RingAnswer rotate(Caller caller) {
    KeyRing ring = keys.rotate();
    LOG.info("{} rotated the signing keys to version {}", caller.subject(), ring.version());
    return new RingAnswer(
        ring.version(),
        ring.current().id(),
        ring.next().id(),
        ring.retired().stream().map(RetiredKey::id).toList(),
        ring.signsSince());
  }
}
