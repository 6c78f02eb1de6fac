package org.nuanxin.identity.key.mongo;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Date;
import org.bson.Document;
import org.nuanxin.identity.key.KeyRing;
import org.nuanxin.identity.key.RetiredKey;
import org.nuanxin.identity.key.SigningKey;
import org.nuanxin.kit.pii.PersonalData;
import org.springframework.stereotype.Component;

/** A ring as a document: public parts in the clear, private parts encrypted under their key id. */
@Component
class RingDocuments {

  private static final String CONTEXT = "signing_keys.private:";

  private final PersonalData encryption;

  RingDocuments(PersonalData encryption) {
    this.encryption = encryption;
  }

  Document write(String id, KeyRing ring) {
    return new Document("_id", id)
        .append("version", ring.version())
        .append("signsSince", Date.from(ring.signsSince()))
        .append("current", write(ring.current()))
        .append("next", write(ring.next()))
        .append("retired", ring.retired().stream().map(RingDocuments::write).toList());
  }

  KeyRing read(Document document) {
    return new KeyRing(
        document.getLong("version"),
        key(document.get("current", Document.class)),
        key(document.get("next", Document.class)),
        document.getList("retired", Document.class).stream().map(RingDocuments::retired).toList(),
        document.getDate("signsSince").toInstant());
  }

  private Document write(SigningKey key) {
    return new Document("id", key.id())
        .append("public", base64(key.publicKey()))
        .append("private", encryption.encrypt(base64(key.privateKey()), CONTEXT + key.id()))
        .append("madeAt", Date.from(key.madeAt()));
  }

  private SigningKey key(Document document) {
    String id = document.getString("id");
    String privateKey = encryption.decrypt(document.getString("private"), CONTEXT + id);
    return new SigningKey(
        id,
        publicKey(document.getString("public")),
        privateKey(privateKey),
        document.getDate("madeAt").toInstant());
  }

  private static Document write(RetiredKey key) {
    return new Document("id", key.id())
        .append("public", base64(key.publicKey()))
        .append("publishedUntil", Date.from(key.publishedUntil()));
  }

  private static RetiredKey retired(Document document) {
    return new RetiredKey(
        document.getString("id"),
        publicKey(document.getString("public")),
        document.getDate("publishedUntil").toInstant());
  }

  private static String base64(Key key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  private static RSAPublicKey publicKey(String base64) {
    try {
      byte[] encoded = Base64.getDecoder().decode(base64);
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A stored public key cannot be read", e);
    }
  }

  private static RSAPrivateKey privateKey(String base64) {
    try {
      byte[] encoded = Base64.getDecoder().decode(base64);
      return (RSAPrivateKey)
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A stored private key cannot be read", e);
    }
  }
}
