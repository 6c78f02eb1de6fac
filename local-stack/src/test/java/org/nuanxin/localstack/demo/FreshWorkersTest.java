package org.nuanxin.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.localstack.sample.People;
import org.nuanxin.localstack.sample.Roster;
import org.nuanxin.localstack.sample.Worker;
import org.nuanxin.localstack.sandbox.Sandbox;

class FreshWorkersTest {

  private final Insistence insistence = Insistence.lasting(Duration.ofSeconds(30));

  @TempDir Path data;

  private static void message(ApiClient sandbox, Worker worker) throws Exception {
    sandbox.post(
        "/sms/messages",
        null,
        null,
        Map.of("idempotencyKey", "to " + worker.phone(), "phone", "+86" + worker.phone()));
  }

  @Test
  void areTheFirstOfTheRosterWhosePhonesAreSilent() throws Exception {
    List<Worker> roster = Roster.load();
    try (Sandbox sandbox = Sandbox.start(data, 0)) {
      ApiClient client = new ApiClient(sandbox.url());
      message(client, roster.get(0));
      message(client, roster.get(2));

      List<Worker> fresh = new FreshWorkers(new ProviderBooks(sandbox.url())).take(2, insistence);

      assertThat(fresh).containsExactly(roster.get(1), roster.get(3));
    }
  }

  @Test
  void areMadeAnewWhenTheRosterIsUsedUp() throws Exception {
    List<Worker> roster = Roster.load();
    try (Sandbox sandbox = Sandbox.start(data, 0)) {
      ApiClient client = new ApiClient(sandbox.url());
      for (Worker worker : roster) {
        message(client, worker);
      }

      List<Worker> fresh = new FreshWorkers(new ProviderBooks(sandbox.url())).take(1, insistence);

      assertThat(fresh).containsExactly(new People().worker(2_000));
    }
  }
}
