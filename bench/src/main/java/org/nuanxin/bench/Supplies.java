package org.nuanxin.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.localstack.demo.ApiClient;
import org.nuanxin.localstack.demo.Insistence;
import org.nuanxin.localstack.demo.Reply;
import org.nuanxin.localstack.workspace.LocalState;
import tools.jackson.databind.JsonNode;

/**
 * Brings as many gift packs and film-ticket codes as a run can use up, through the gateway as the
 * federation's staff do, so that long runs measure grants and not an empty shelf.
 */
final class Supplies {

  private static final int CODES_AT_ONCE = 500;
  private static final int PACKS_AT_ONCE = 100_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ApiClient gateway;
  private final String token;

  Supplies(LocalState state) throws InterruptedException {
    this.gateway = new ApiClient(state.gateway());
    LocalState.AccountState admin =
        state.accounts().stream()
            .filter(account -> account.roles().contains("FEDERATION_ADMIN"))
            .findFirst()
            .orElseThrow();
    this.token =
        post(
                "/api/v1/auth/token",
                null,
                Map.of("username", admin.username(), "password", admin.password()))
            .path("accessToken")
            .asString();
  }

  /**
   * Brings a pack and a code for each.
   *
   * @param people how many will be welcomed
   */
  void bring(int people) throws InterruptedException {
    for (int left = people; left > 0; left -= PACKS_AT_ONCE) {
      post("/api/v1/stock/packs", token, Map.of("count", Math.min(left, PACKS_AT_ONCE)));
    }
    for (int left = people; left > 0; left -= CODES_AT_ONCE) {
      List<String> codes =
          Stream.generate(() -> "BENCH-" + UUID.randomUUID())
              .limit(Math.min(left, CODES_AT_ONCE))
              .toList();
      post("/api/v1/stock/codes", token, Map.of("codes", codes));
    }
  }

  private JsonNode post(String path, @Nullable String bearer, Map<String, ?> body)
      throws InterruptedException {
    String key = UUID.randomUUID().toString();
    Reply reply = Insistence.lasting(PATIENCE).on(() -> gateway.post(path, bearer, key, body));
    if (!reply.fine()) {
      throw new IllegalStateException(path + " gets answer " + reply.status());
    }
    return reply.body();
  }
}
