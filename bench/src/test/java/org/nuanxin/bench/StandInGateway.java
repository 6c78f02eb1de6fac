package org.nuanxin.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.nuanxin.localstack.demo.ApiClient;
import org.nuanxin.localstack.sample.People;
import org.nuanxin.localstack.sandbox.http.Answer;
import org.nuanxin.localstack.sandbox.http.LeanHttpServer;
import org.nuanxin.localstack.sandbox.http.Request;

/** A server that accepts every application, for tests of the load generator alone. */
final class StandInGateway implements AutoCloseable {

  /** How an application is answered. */
  @FunctionalInterface
  interface Desk {
    Answer answer(String member) throws InterruptedException;
  }

  private final LeanHttpServer server;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final People people = new People();

  private StandInGateway(Desk desk) throws IOException {
    server =
        LeanHttpServer.start(InetAddress.getLoopbackAddress(), 0, request -> answer(desk, request));
  }

  static StandInGateway answering(Desk desk) throws IOException {
    return new StandInGateway(desk);
  }

  static Answer accept(String member) {
    return Answer.json(201, "{\"memberId\":\"" + member + "\"}");
  }

  private Answer answer(Desk desk, Request request) throws InterruptedException {
    if (!request.path().startsWith("/applications/")) {
      return Answer.problem(404, "only applications here");
    }
    String member = request.path().substring(request.path().lastIndexOf('/') + 1);
    if (!seen.add(member)) {
      return Answer.problem(409, "sent twice");
    }
    return desk.answer(member);
  }

  ApiClient client() {
    return new ApiClient(url());
  }

  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  List<Applicant> applicants(int count) {
    ApiClient client = client();
    return IntStream.range(0, count)
        .mapToObj(i ->
            new Applicant(
                people.worker(i),
                "token",
                client.postRequest("/applications/m" + i, null, null, Map.of())))
        .toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
