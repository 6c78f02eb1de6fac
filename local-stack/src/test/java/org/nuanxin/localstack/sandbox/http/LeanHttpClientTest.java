package org.nuanxin.localstack.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeanHttpClientTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static LeanHttpServer echo() throws IOException {
    return LeanHttpServer.start(
        InetAddress.getLoopbackAddress(),
        0,
        request ->
            request.path().equals("/drop")
                ? new Answer.Drop()
                : Answer.json(
                    200, request.path() + new String(request.body(), StandardCharsets.UTF_8)));
  }

  private static LeanHttpClient client(int port) {
    return new LeanHttpClient("http://127.0.0.1:" + port, null, PATIENCE);
  }

  private static String text(Response response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Test
  void getsTheAnswerThatBelongsToEachRequest() throws Exception {
    try (LeanHttpServer server = echo();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      LeanHttpClient client = client(server.port());
      List<Future<String>> answers =
          IntStream.range(0, 200)
              .mapToObj(i ->
                  threads.submit(() ->
                      text(
                          client.send(
                              client.request(
                                  "POST",
                                  "/" + i + "/",
                                  Map.of(),
                                  ("你" + i).getBytes(StandardCharsets.UTF_8))))))
              .toList();
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo("/" + i + "/你" + i);
      }
    }
  }

  @Test
  void failsWhenTheServerHangsUpAndWorksAgainAfterwards() throws Exception {
    try (LeanHttpServer server = echo()) {
      LeanHttpClient client = client(server.port());

      assertThatThrownBy(() -> client.send(client.request("GET", "/drop", Map.of(), new byte[0])))
          .isInstanceOf(IOException.class);
      assertThat(text(client.send(client.request("GET", "/a", Map.of(), new byte[0]))))
          .isEqualTo("/a");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\nContent-Length: 3\r\n\r\nabc",
        "HTTP/1.1 503 X\r\n"
            + "retry-after: 2\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + "2\r\n"
            + "ab\r\n"
            + "1\r\n"
            + "c\r\n"
            + "0\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n"
            + "HTTP/1.1 503 X\r\n"
            + "Retry-After: 2\r\n"
            + "Content-Length: 3\r\n\r\n"
            + "abc"
      })
  void readsAnswersOfOtherServers(String answer) throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.submit(() -> {
        try (Socket socket = listener.accept()) {
          socket.getInputStream().read(new byte[1_000]);
          socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
          return socket.getInputStream().read();
        }
      });
      LeanHttpClient client =
          new LeanHttpClient("http://127.0.0.1:" + listener.getLocalPort(), null, PATIENCE);

      Response response = client.send(client.request("GET", "/", Map.of(), new byte[0]));

      assertThat(response.status()).isEqualTo(503);
      assertThat(text(response)).isEqualTo("abc");
      assertThat(response.retryAfter()).contains("2");
      threads.shutdownNow();
    }
  }
}
