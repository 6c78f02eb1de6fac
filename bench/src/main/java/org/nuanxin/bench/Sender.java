package org.nuanxin.bench;

import java.io.IOException;
import org.nuanxin.localstack.demo.ApiClient;
import org.nuanxin.localstack.demo.Reply;
import tools.jackson.databind.JsonNode;

/** Sends applications, once each, and enters in the log what came of them. */
final class Sender {

  private static final int CREATED = 201;
  private static final int NO_ANSWER = 0;

  private final ApiClient gateway;
  private final SignUpLog log;
  private final InboxSample sample;

  Sender(ApiClient gateway, SignUpLog log, InboxSample sample) {
    this.gateway = gateway;
    this.log = log;
    this.sample = sample;
  }

  /**
   * Sends one.
   *
   * @param dueNanos when it was to be sent: where that was earlier than now, the wait counts
   */
  void send(Applicant applicant, long dueNanos) {
    try {
      Reply reply = gateway.send(applicant.application());
      long answered = System.nanoTime();
      JsonNode memberId = reply.body().path("memberId");
      if (reply.status() == CREATED && memberId.isString()) {
        log.accepted(memberId.asString(), dueNanos, answered);
        sample.offer(applicant, dueNanos);
      } else {
        log.refused(reply.status());
      }
    } catch (IOException e) {
      log.refused(NO_ANSWER);
    }
  }
}
