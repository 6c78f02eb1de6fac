package org.nuanxin.localstack.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeanHttpServerTest {

  private LeanHttpServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        LeanHttpServer.start(
            InetAddress.getLoopbackAddress(),
            0,
            request ->
                Answer.json(
                    200,
                    request.method()
                        + " "
                        + request.path()
                        + " "
                        + new String(request.body(), StandardCharsets.UTF_8)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String exchange(String... pieces) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      for (String piece : pieces) {
        out.write(piece.getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void answersSeveralRequestsOfOneConnectionInOrder() throws IOException {
    String get = "GET /%s HTTP/1.1\r\nHost: x\r\n\r\n";

    assertThat(exchange(get.formatted("a") + get.formatted("b"), get.formatted("c")))
        .containsSubsequence("GET /a ", "GET /b ", "GET /c ");
  }

  @Test
  void readsABodyOfGivenLengthHoweverItArrives() throws IOException {
    assertThat(exchange("POST /a HTTP/1.1\r\nCONTENT-LENGTH:  6\r\n\r", "\n你", "好"))
        .endsWith("POST /a 你好");
  }

  @Test
  void readsABodyInChunks() throws IOException {
    assertThat(
            exchange(
                "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
                "4;x=y\r\ndefg\r\n0\r\n\r\nGET /b HTTP/1.1\r\n\r\n"))
        .containsSubsequence("POST /a abcdefg", "GET /b ");
  }

  @Test
  void readsABodyLongerThanItsBuffer() throws IOException {
    String body = "x".repeat(100_000);

    assertThat(exchange("POST /a HTTP/1.1\r\nContent-Length: 100000\r\n\r\n" + body))
        .endsWith(body);
  }

  @Test
  void invitesTheBodyOfAClientThatWaitsForIt() throws IOException {
    assertThat(
            exchange("POST /a HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n", "x"))
        .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 ");
  }

  @Test
  void endsTheConnectionWhenTheClientWantsSo() throws IOException {
    assertThat(exchange("GET /a HTTP/1.1\r\nConnection: close\r\n\r\nGET /b HTTP/1.1\r\n\r\n"))
        .contains("Connection: close", "GET /a ")
        .doesNotContain("GET /b ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "POST /a HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST /a HTTP/1.1\r\nContent-Length: many\r\n\r\n"
      })
  void refusesWhatIsNoRequest(String bytes) throws IOException {
    assertThat(exchange(bytes)).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void refusesABodyTooLarge() throws IOException {
    assertThat(exchange("POST /a HTTP/1.1\r\nContent-Length: 2000000\r\n\r\n"))
        .startsWith("HTTP/1.1 413 ");
  }
}
