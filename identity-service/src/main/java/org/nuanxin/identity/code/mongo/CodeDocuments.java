package org.nuanxin.identity.code.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.nuanxin.identity.code.OneTimeCode;
import org.nuanxin.identity.code.Phone;
import org.nuanxin.kit.pii.BlindIndex;

/**
 * Codes as parts of a phone's document; the digits only as a keyed hash together with the phone.
 */
final class CodeDocuments {

  private static final String PURPOSE = "one-time-code";

  private final BlindIndex index;
  private final Duration validity;

  CodeDocuments(BlindIndex index, Duration validity) {
    this.index = index;
    this.validity = validity;
  }

  /** A code that is out, of which it is taken to be sure that it goes out. */
  Document out(Phone phone, OneTimeCode code, Instant now) {
    return new Document("id", code.id())
        .append("hash", index.of(secret(phone, code.digits()), PURPOSE))
        .append("expiresAt", Date.from(now.plus(validity)))
        .append("tries", 0)
        .append("doubtful", false);
  }

  /** That the code counts among those that a phone may be sent. */
  static Document counted(OneTimeCode code, Instant now) {
    return new Document("id", code.id()).append("at", Date.from(now));
  }

  /** What a code of these digits would be stored as, under every key. */
  List<String> hashes(Phone phone, String digits) {
    return index.all(secret(phone, digits), PURPOSE);
  }

  private static String secret(Phone phone, String digits) {
    return phone.e164() + ':' + digits;
  }
}
