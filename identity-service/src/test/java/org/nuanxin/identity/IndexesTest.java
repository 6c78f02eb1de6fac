package org.nuanxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.identity.key.SigningKeys;
import org.nuanxin.identity.session.EndFormerSessions;
import org.nuanxin.identity.session.PhoneChange;
import org.nuanxin.kit.pii.BlindIndex;
import org.nuanxin.kit.pii.TestPii;

/** Every call stays fast however many documents there are. */
class IndexesTest {

  private static final String DATABASE = "identity_indexes";

  private static void scans(boolean allowed) {
    MongoDatabase admin = Stored.client().getDatabase("admin");
    admin.runCommand(new Document("setParameter", 1).append("notablescan", !allowed));
  }

  @AfterEach
  void allowScans() {
    scans(true);
  }

  @Test
  void noCallScansACollection() {
    try (RunningIdentity identity = RunningIdentity.start(DATABASE)) {
      scans(false);
      String phone = RunningIdentity.newPhone();
      Answer worker = identity.signIn(phone);
      assertThat(worker.status()).isEqualTo(200);
      assertThat(identity.redeem(phone, "123456").status()).isEqualTo(401);
      Answer renewed = identity.refresh(worker.text("refreshToken"));
      assertThat(renewed.status()).isEqualTo(200);
      identity.advance(Duration.ofSeconds(11));
      assertThat(identity.refresh(worker.text("refreshToken")).status()).isEqualTo(401);
      assertThat(
              identity
                  .post("/api/v1/auth/revoke", Map.of("refreshToken", renewed.text("refreshToken")))
                  .status())
          .isEqualTo(204);
      for (int i = 0; i < 5; i++) {
        identity.askForCode(phone);
      }
      assertThat(identity.askForCode(phone).status()).isEqualTo(429);
      RunningIdentity.smsFaults("{\"down\": true}");
      assertThat(identity.askForCode(RunningIdentity.newPhone()).status()).isEqualTo(503);
      RunningIdentity.smsFaults("{\"failAfterEffectRate\": 1.0}");
      assertThat(identity.askForCode(RunningIdentity.newPhone()).status()).isEqualTo(503);
      RunningIdentity.noSmsFaults();
      assertThat(identity.signIn("reviewer", "wrong password").status()).isEqualTo(401);
      assertThat(identity.signIn("reviewer", RunningIdentity.PASSWORD).status()).isEqualTo(200);
      assertThat(identity.bean(EndFormerSessions.class).of(List.of(left(phone, identity.now()))))
          .isZero();
      identity.bean(SigningKeys.class).rotate();
      identity.bean(SigningKeys.class).reload();
    }
  }

  private static PhoneChange left(String phone, Instant at) {
    String index = TestPii.blindIndex().of(phone, BlindIndex.PHONE);
    return new PhoneChange("460200", "none:somebody", index, at);
  }

  @Test
  void eachStoreForgetsByItself() {
    RunningIdentity.shared();
    assertThat(ttl("phones")).containsExactly("purgeAt");
    assertThat(ttl("address_budgets")).containsExactly("expireAt");
    assertThat(ttl("failed_sign_ins")).containsExactly("expireAt");
    assertThat(ttl("known_addresses")).containsExactly("expireAt");
    assertThat(ttl("sessions")).containsExactly("expiresAt");
  }

  private static List<String> ttl(String collection) {
    List<String> fields = new ArrayList<>();
    for (Document index : Stored.shared().getCollection(collection).listIndexes()) {
      if (index.containsKey("expireAfterSeconds")) {
        fields.addAll(index.get("key", Document.class).keySet());
      }
    }
    return fields;
  }
}
