package org.nuanxin.localstack.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.nuanxin.localstack.sample.Worker;
import tools.jackson.databind.JsonNode;

/** One worker's phone: signs in by one-time code, applies, looks. One thread at a time. */
public final class WorkerPhone {

  private static final int CODE_LOOKS = 5;
  private static final int PAGE = 100;

  private final ApiClient gateway;
  private final ProviderBooks books;
  private final Worker worker;
  private @Nullable String token;

  /**
   * A phone.
   *
   * @param gateway the one public door
   * @param books where the one-time code is read that a real phone shows
   * @param worker whose it is
   */
  public WorkerPhone(ApiClient gateway, ProviderBooks books, Worker worker) {
    this.gateway = gateway;
    this.books = books;
    this.worker = worker;
  }

  /** Goes on with a token got earlier. */
  public void use(String accessToken) {
    token = accessToken;
  }

  /**
   * Asks for a one-time code, reads it from the SMS and trades it for a token.
   *
   * @return the access token
   * @throws GaveUp when that does not succeed
   * @throws InterruptedException when interrupted
   */
  public String signIn(Insistence insistence) throws InterruptedException {
    Reply asked =
        insistence.on(
            () -> gateway.post("/api/v1/auth/otp", null, null, Map.of("phone", worker.phone())));
    if (!asked.fine()) {
      throw new GaveUp("no one-time code: answer " + asked.status());
    }
    for (int look = 0; look < CODE_LOOKS; look++) {
      String code = code(insistence);
      Reply reply =
          insistence.on(() ->
              gateway.post(
                  "/api/v1/auth/token", null, null, Map.of("phone", worker.phone(), "code", code)));
      if (reply.fine()) {
        String accessToken = reply.body().path("accessToken").asString();
        token = accessToken;
        return accessToken;
      }
      // A code asked for a second time may have been on its way while the first one was read.
      Thread.sleep(200L << look);
    }
    throw new GaveUp("no token for the one-time code");
  }

  private String code(Insistence insistence) throws InterruptedException {
    for (long pause = 10; pause < 10_000; pause = pause * 3 / 2) {
      Optional<String> code = books.newestCode(worker.phone(), insistence);
      if (code.isPresent()) {
        return code.get();
      }
      Thread.sleep(pause);
    }
    throw new GaveUp("no SMS with a one-time code");
  }

  /**
   * Applies for membership; the same key makes a repetition harmless.
   *
   * @return the answer to the application, 201 or a refusal that stays
   * @throws GaveUp when there is none in time
   * @throws InterruptedException when interrupted
   */
  public Reply apply(String consentVersion, String idempotencyKey, Insistence insistence)
      throws InterruptedException {
    Map<String, Object> application = application(worker, consentVersion);
    return insistence.on(() -> {
      Reply reply = gateway.post("/api/v1/applications", token, idempotencyKey, application);
      boolean inFlight =
          reply.status() == 409 && reply.body().path("applicationId").isMissingNode();
      return inFlight ? new Reply(503, reply.body(), Optional.empty()) : reply;
    });
  }

  /** The body of an application of that worker. */
  public static Map<String, Object> application(Worker worker, String consentVersion) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", worker.name());
    body.put("idNumber", worker.idNumber());
    body.put("phone", worker.phone());
    body.put("occupation", worker.occupation());
    body.put("platforms", worker.platforms());
    String employer = worker.employer();
    body.put("employer", employer == null ? null : Map.of("name", employer));
    body.put("communityCode", worker.communityCode());
    body.put("stationCode", null);
    body.put("consentVersion", consentVersion);
    body.put("language", worker.language());
    return body;
  }

  /**
   * The state of an application.
   *
   * @throws InterruptedException when interrupted
   */
  public JsonNode application(String id, Insistence insistence) throws InterruptedException {
    return look("/api/v1/applications/" + id, insistence);
  }

  /**
   * The worker's grants.
   *
   * @throws InterruptedException when interrupted
   */
  public List<Grant> grants(Insistence insistence) throws InterruptedException {
    return items("/api/v1/me/grants", insistence).stream().map(Grant::of).toList();
  }

  /**
   * The worker's messages.
   *
   * @throws InterruptedException when interrupted
   */
  public List<Message> messages(Insistence insistence) throws InterruptedException {
    return items("/api/v1/me/messages?limit=" + PAGE, insistence).stream()
        .map(Message::of)
        .toList();
  }

  /**
   * The steps of the worker's timeline, oldest first.
   *
   * @throws InterruptedException when interrupted
   */
  public List<JsonNode> timeline(Insistence insistence) throws InterruptedException {
    return items("/api/v1/me/timeline", insistence);
  }

  private List<JsonNode> items(String path, Insistence insistence) throws InterruptedException {
    return StreamSupport.stream(look(path, insistence).path("items").spliterator(), false).toList();
  }

  private JsonNode look(String path, Insistence insistence) throws InterruptedException {
    Reply reply = insistence.on(() -> gateway.get(path, token));
    if (!reply.fine()) {
      throw new GaveUp(path + ": answer " + reply.status());
    }
    return reply.body();
  }
}
