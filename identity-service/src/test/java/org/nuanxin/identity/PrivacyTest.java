package org.nuanxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * What people entrust to this service is in no log, no figure, and not in the clear in the store.
 */
@ExtendWith(OutputCaptureExtension.class)
class PrivacyTest {

  private static final String DATABASE = "identity_privacy";

  @Test
  void keepsPhonesCodesPasswordsAndTokensToItself(CapturedOutput output) {
    List<String> secrets = new ArrayList<>();
    try (RunningIdentity identity =
        RunningIdentity.start(
            DATABASE,
            Map.of(
                "logging.level.org.nuanxin", "TRACE",
                "logging.level.org.springframework.security", "INFO"))) {
      String phone = RunningIdentity.newPhone();
      secrets.add(phone);
      secrets.add(phone.substring(3));
      identity.askForCode(phone);
      String code = identity.receivedCode(phone);
      identity.redeem(phone, "000000".equals(code) ? "000001" : "000000");
      Answer token = identity.redeem(phone, code);
      secrets.add("\"" + code + "\"");
      secrets.add("code=" + code);
      secrets.add(token.text("accessToken"));
      secrets.add(token.text("refreshToken"));
      secrets.add(identity.refresh(token.text("refreshToken")).text("refreshToken"));
      identity.refresh(token.text("refreshToken"));
      identity.signIn("reviewer", RunningIdentity.PASSWORD);
      identity.signIn("reviewer", "a wrong pass phrase");
      identity.signIn("typed my pass phrase here", "x");
      secrets.add(RunningIdentity.PASSWORD);
      secrets.add("a wrong pass phrase");
      secrets.add("typed my pass phrase here");
      secrets.add(RunningIdentity.CLIENT_SECRET);
      RunningIdentity.smsFaults("{\"down\": true}");
      identity.askForCode(phone);
      RunningIdentity.noSmsFaults();
      String figures =
          RunningIdentity.send(HttpRequest.newBuilder(identity.management("/actuator/prometheus")))
              .body();
      secrets.forEach(secret -> assertThat(figures).doesNotContain(secret));
      secrets.forEach(secret -> assertThat(everythingStored()).doesNotContain(secret));
    } finally {
      RunningIdentity.noSmsFaults();
    }
    assertThat(output.getAll()).contains("A one-time code was not sent");
    secrets.forEach(secret -> assertThat(output.getAll()).doesNotContain(secret));
  }

  private static String everythingStored() {
    StringBuilder all = new StringBuilder();
    var database = Stored.database(DATABASE);
    for (String name : database.listCollectionNames()) {
      database.getCollection(name).find().forEach(each -> all.append(each.toJson()).append('\n'));
    }
    return all.toString();
  }
}
