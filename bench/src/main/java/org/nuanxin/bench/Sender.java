package org.nuanxin.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends applications, once each, and enters in the log what came of them. */
final class Sender {

  private static final int CREATED = 201;
  private static final int NO_ANSWER = 0;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final JsonMapper json = new JsonMapper();
  private final SignUpLog log;
  private final InboxSample sample;

  Sender(SignUpLog log, InboxSample sample) {
    this.log = log;
    this.sample = sample;
  }

  /**
   * Sends one.
   *
   * @param dueNanos when it was to be sent: where that was earlier than now, the wait counts
   */
  void send(Applicant applicant, long dueNanos) throws InterruptedException {
    try {
      HttpResponse<byte[]> response =
          http.send(applicant.application(), BodyHandlers.ofByteArray());
      long answered = System.nanoTime();
      JsonNode memberId =
          response.statusCode() == CREATED
              ? json.readTree(response.body()).path("memberId")
              : json.missingNode();
      if (memberId.isString()) {
        log.accepted(memberId.asString(), dueNanos, answered);
        sample.offer(applicant, dueNanos);
      } else {
        log.refused(response.statusCode());
      }
    } catch (IOException e) {
      log.refused(NO_ANSWER);
    }
  }
}
