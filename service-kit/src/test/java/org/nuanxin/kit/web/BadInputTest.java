package org.nuanxin.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BadInputTest extends TinyServiceTest {

  private static final String ECHO = "/api/v1/echo";

  @BeforeEach
  void forgetTheLast() {
    TinyService.LAST.set(null);
  }

  @Nested
  class OneWrongField {

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        quoteCharacter = '`',
        value = {
          "{\"name\":1}; name WRONG_TYPE",
          "{\"name\":true}; name WRONG_TYPE",
          "{\"name\":[\"a\"]}; name WRONG_TYPE",
          "{\"name\":{\"$ne\":null}}; name WRONG_TYPE",
          "{\"count\":\"1\"}; count WRONG_TYPE",
          "{\"count\":\"\"}; count WRONG_TYPE",
          "{\"count\":1.5}; count WRONG_TYPE",
          "{\"count\":true}; count WRONG_TYPE",
          "{\"count\":{\"$gt\":0}}; count WRONG_TYPE",
          "{\"count\":99999999999}; count OUT_OF_RANGE",
          "{\"colour\":\"BLUE\"}; colour NOT_ALLOWED",
          "{\"colour\":\"red\"}; colour NOT_ALLOWED",
          "{\"colour\":\"\"}; colour NOT_ALLOWED",
          "{\"colour\":0}; colour NOT_ALLOWED",
          "{\"platforms\":\"a\"}; platforms WRONG_TYPE",
          "{\"platforms\":[1]}; platforms[0] WRONG_TYPE",
          "{\"platforms\":[\"a\",{\"$in\":[]}]}; platforms[1] WRONG_TYPE",
          "{\"employer\":\"x\"}; employer WRONG_TYPE",
          "{\"employer\":[]}; employer WRONG_TYPE",
          "{\"employer\":{\"name\":5}}; employer.name WRONG_TYPE",
          "{\"employer\":{\"nom\":\"x\"}}; employer.nom UNKNOWN_FIELD",
          "{\"agreed\":\"true\"}; agreed WRONG_TYPE",
          "{\"agreed\":1}; agreed WRONG_TYPE",
          "{\"at\":\"yesterday\"}; at WRONG_TYPE",
          "{\"at\":\"2026-11-24\"}; at WRONG_TYPE",
          "{\"amount\":\"1\"}; amount WRONG_TYPE",
          "{\"nothing\":1}; nothing UNKNOWN_FIELD",
          "{\"$where\":\"1\"}; $where UNKNOWN_FIELD",
          "{\"__proto__\":{}}; __proto__ UNKNOWN_FIELD",
          "{\"NAME\":\"a\"}; NAME UNKNOWN_FIELD",
          "{\"name\":\"a\",\"name\":\"a\"}; name DUPLICATE_FIELD"
        })
    void isNamedWithAStableCode(String body, String error) {
      assertThat(errors(post(ECHO, body))).containsExactly(error);
      assertThat(TinyService.LAST.get()).isNull();
    }
  }

  @Test
  void namesAllWrongFieldsInOneAnswer() {
    String body =
        "{\"name\":1,\"count\":\"2\",\"colour\":\"BLUE\",\"platforms\":[1],\"agreed\":\"yes\","
            + "\"employer\":{\"name\":2,\"more\":1},\"at\":\"now\",\"unknown\":1}";

    assertThat(errors(post(ECHO, body)))
        .containsExactly(
            "name WRONG_TYPE",
            "count WRONG_TYPE",
            "colour NOT_ALLOWED",
            "platforms[0] WRONG_TYPE",
            "agreed WRONG_TYPE",
            "employer.name WRONG_TYPE",
            "employer.more UNKNOWN_FIELD",
            "at WRONG_TYPE",
            "unknown UNKNOWN_FIELD");
  }

  @Test
  void neverRepeatsTheValueThatWasSent() {
    assertThat(post(ECHO, "{\"count\":\"460200199001011234\",\"x\":\"secret\"}").body())
        .doesNotContain("460200199001011234", "secret");
  }

  @Nested
  class NoProperJson {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{",
          "}",
          "{\"name\":",
          "{\"name\":\"a\"",
          "{name:1}",
          "{'name':1}",
          "{\"name\":\"a\",}",
          "[1,2",
          "nul",
          "{\"name\":\"a\\x\"}",
          "{\"name\":\"\u0001\"}",
          "{\"count\":01}",
          "{\"count\":NaN}",
          "{/* */}",
          "<xml/>",
          "\u0000"
        })
    void isMalformed(String body) {
      problem(post(ECHO, body), 400, "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "[{}]", "1", "\"text\"", "true", "{} {}", "{}x"})
    void isNotOneObject(String body) {
      problem(post(ECHO, body), 400, "malformed-json");
    }

    @Test
    void isRefusedWhenNestedTooDeeply() {
      problem(
          post(ECHO, "{\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}"), 400, "too-deep");
      problem(post(ECHO, "{\"x\":" + "{\"x\":".repeat(25) + "1" + "}".repeat(26)), 400, "too-deep");
    }

    @Test
    void isRefusedWhenATextIsFarTooLong() {
      assertThat(errors(post(ECHO, "{\"name\":\"" + "a".repeat(10_001) + "\"}")))
          .containsExactly("name TOO_LONG");
      assertThat(post(ECHO, "{\"name\":\"" + "a".repeat(10_000) + "\"}").statusCode())
          .isEqualTo(200);
    }

    @Test
    void isRefusedWhenANumberHasTooManyDigits() {
      assertThat(post(ECHO, "{\"amount\":" + "9".repeat(1_000) + "}").statusCode()).isEqualTo(400);
    }
  }

  @Nested
  class TooLarge {

    private static final int LIMIT = 64 * 1024;

    @Test
    void aBodyAtTheBoundIsRead() {
      String json = "{\"name\":\"a\"}";

      assertThat(post(ECHO, json + " ".repeat(LIMIT - json.length())).statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyOneByteBeyondIsRefused() {
      String json = "{\"name\":\"a\"}";

      problem(post(ECHO, json + " ".repeat(LIMIT - json.length() + 1)), 413, "too-large");
    }

    @Test
    void aBodyOfTwoMegabytesIsRefused() {
      problem(post(ECHO, "{\"name\":\"" + "a".repeat(2_000_000) + "\"}"), 413, "too-large");
    }

    @Test
    void aBodyWithoutALengthIsBoundedAsWell() {
      byte[] body = ("{\"name\":\"" + "a".repeat(2_000_000) + "\"}").getBytes();

      problem(
          post(
              ECHO,
              BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
              "Content-Type",
              "application/json"),
          413,
          "too-large");
    }
  }

  @Nested
  class BrokenText {

    @ParameterizedTest
    @ValueSource(strings = {"ff", "c3", "c328", "eda080", "c0af", "f4908080", "e28280e282", "fe"})
    void isRefused(String hex) {
      byte[] bad = java.util.HexFormat.of().parseHex(hex);
      byte[] start = "{\"name\":\"".getBytes();
      byte[] end = "\"}".getBytes();
      byte[] body = new byte[start.length + bad.length + end.length];
      System.arraycopy(start, 0, body, 0, start.length);
      System.arraycopy(bad, 0, body, start.length, bad.length);
      System.arraycopy(end, 0, body, start.length + bad.length, end.length);

      problem(
          post(ECHO, BodyPublishers.ofByteArray(body), "Content-Type", "application/json"),
          400,
          "malformed-text");
      assertThat(TinyService.LAST.get()).isNull();
    }

    @Test
    void inAnotherCharacterSetIsNotTaken() {
      byte[] body = "{\"name\":\"张三\"}".getBytes(Charset.forName("GB18030"));

      problem(
          post(
              ECHO,
              BodyPublishers.ofByteArray(body),
              "Content-Type",
              "application/json;charset=GB18030"),
          415,
          "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三", "𠮷野家", "阿依古丽·买买提", "黎·符氏", "é", "👷🏽‍♀️"})
    void isNoNameInARareScript(String name) {
      HttpResponse<String> response = post(ECHO, "{\"name\":\"" + name + "\"}");

      assertThat(json(response).path("name").asString()).isEqualTo(name);
    }
  }

  @Nested
  class WrongWayToAsk {

    @Test
    void anotherMediaTypeIsRefused() {
      problem(
          post(ECHO, BodyPublishers.ofString("<a/>"), "Content-Type", "application/xml"),
          415,
          "unsupported-media-type");
      problem(
          post(ECHO, BodyPublishers.ofString("name=a"), "Content-Type", "text/plain"),
          415,
          "unsupported-media-type");
      problem(
          post(ECHO, BodyPublishers.ofString("{}"), "Content-Type", "///"),
          415,
          "unsupported-media-type");
      problem(post(ECHO, BodyPublishers.ofString("{}")), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "multipart/form-data",
          "multipart/form-data; boundary=x",
          "multipart/mixed; boundary=x"
        })
    void whatComesInPartsIsRefused(String type) {
      problem(
          post(ECHO, BodyPublishers.ofString("--x--"), "Content-Type", type),
          415,
          "unsupported-media-type");
      problem(
          send(
              request("/api/v1/public/limit")
                  .header("Content-Type", type)
                  .method("GET", BodyPublishers.ofString("--x--"))),
          415,
          "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Content-Length: 60\r\n\r\n{\"name\":",
          "Transfer-Encoding: chunked\r\n\r\n9\r\n{\"name\":\r\nnonsense",
        })
    void aBodyThatDoesNotComeWholeIsAProblem(String rest) throws Exception {
      String answer =
          raw(
              "POST " + ECHO + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + rest,
              true);

      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json")
          .doesNotContain("<html", "Exception", "Tomcat");
    }

    @Test
    void aBodyThatStopsComingIsAProblemOfTheCaller() throws Exception {
      String answer =
          raw(
              "POST "
                  + ECHO
                  + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                  + "Content-Length: 60\r\n\r\n{\"name\":");

      assertThat(answer)
          .startsWith("HTTP/1.1 408")
          .contains("application/problem+json", "request-timeout")
          .doesNotContain("<html", "Exception", "Tomcat");
    }

    @Test
    void anotherMethodIsRefusedAndTheRightOneNamed() {
      HttpResponse<String> response = send(request(ECHO).DELETE());

      problem(response, 405, "method-not-allowed");
      assertThat(response.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void aRepresentationWeDoNotHaveIsRefused() {
      problem(get("/api/v1/public/limit", "Accept", "image/png"), 406, "not-acceptable");
    }

    @Test
    void aMissingParameterOrHeaderIsNamed() {
      assertThat(errors(get("/api/v1/public/needs"))).containsExactly("q REQUIRED");
      assertThat(errors(get("/api/v1/public/needs?q=1"))).containsExactly("X-Needed REQUIRED");
    }

    @Test
    void anUnknownPathIsNotFound() {
      problem(get("/api/v1/public/nothing-here"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "2147483647"})
    void aLimitOutOfRangeIsRefused(String limit) {
      assertThat(errors(get("/api/v1/public/limit?limit=" + limit)))
          .containsExactly("limit OUT_OF_RANGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "99999999999", "%00"})
    void aLimitThatIsNoNumberIsRefused(String limit) {
      assertThat(errors(get("/api/v1/public/limit?limit=" + limit)))
          .containsExactly("limit WRONG_TYPE");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "100, 100", "'', 20"})
    void aLimitInRangeIsTaken(String limit, int expected) {
      assertThat(json(get("/api/v1/public/limit?limit=" + limit)).path("limit").asInt())
          .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "GET /api/v1/public/limit?limit=\u0000 HTTP/1.1",
          "GET /api/v1/public/../worker HTTP/1.1",
          "GET /api/v1/public/limit%2f..%2fworker HTTP/1.1",
          "GET /api/v1/public/limit;jsessionid=1 HTTP/1.1",
          "TRACE /api/v1/public/limit HTTP/1.1",
          "FOO /api/v1/public/limit HTTP/1.1"
        })
    void aCrookedRequestLineGetsAClientErrorAndTellsNothing(String line) throws Exception {
      String answer = raw(line + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

      assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d.*");
      assertThat(answer).doesNotContain("Exception", "\tat ", "Tomcat/");
    }

    @Test
    void headersWithoutEndAreRefused() throws Exception {
      String answer =
          raw(
              "GET /api/v1/public/limit HTTP/1.1\r\nHost: a\r\nX-Big: "
                  + "a".repeat(40_000)
                  + "\r\nConnection: close\r\n\r\n");

      assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Exception", "Tomcat/");
    }

    private String raw(String request) throws Exception {
      return raw(request, false);
    }

    /**
     * Sends these bytes and reads what comes.
     *
     * @param over whether it says that nothing more follows
     */
    private String raw(String request, boolean over) throws Exception {
      try (Socket socket = new Socket("127.0.0.1", port)) {
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        if (over) {
          socket.shutdownOutput();
        }
        return read(socket);
      }
    }

    private static String read(Socket socket) throws IOException {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      try {
        socket.getInputStream().transferTo(answer);
      } catch (SocketException e) {
        // Cut off behind the answer, where more was sent than the server cared to read.
        if (answer.size() == 0) {
          throw e;
        }
      }
      return answer.toString(StandardCharsets.UTF_8);
    }
  }

  @Nested
  class WhenTheServiceFails {

    @Test
    void nothingOfTheReasonIsTold() {
      HttpResponse<String> response = get("/api/v1/public/fails/unexpectedly");

      problem(response, 500, "internal");
      assertThat(response.body()).doesNotContain("secret", "460200199001011234");
    }

    @Test
    void aFullQueueSaysWhenToComeAgain() {
      HttpResponse<String> response = get("/api/v1/public/fails/full");

      assertThat(problem(response, 503, "unavailable").path("detail").asString())
          .isEqualTo("The queue is full; try again.");
      assertThat(response.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void aSilentDatabaseSaysWhenToComeAgainAndNotWhereItIs() {
      HttpResponse<String> response = get("/api/v1/public/fails/database");

      problem(response, 503, "unavailable");
      assertThat(response.headers().firstValue("Retry-After")).contains("1");
      assertThat(response.body()).doesNotContain("mongodb://");
    }

    @Test
    void aConflictCarriesTheServicesOwnMembers() {
      JsonNode body = problem(get("/api/v1/public/fails/conflict"), 409, "already-decided");

      assertThat(body.path("decidedBy").asString()).isEqualTo("Li");
    }
  }

  @Nested
  class Traces {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void areContinuedFromTheCaller() {
      HttpResponse<String> response =
          get("/api/v1/public/trace", "traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");

      assertThat(response.headers().firstValue("X-Trace-Id")).contains(TRACE);
      assertThat(json(response).path("traceparent").asString()).startsWith("00-" + TRACE);
    }

    @Test
    void areToldAlsoWithARefusal() {
      HttpResponse<String> response = get("/api/v1/worker");

      assertThat(response.headers().firstValue("X-Trace-Id"))
          .contains(json(response).path("traceId").asString());
    }
  }
}
