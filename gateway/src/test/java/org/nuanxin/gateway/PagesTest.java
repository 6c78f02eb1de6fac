package org.nuanxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.gateway.RunningGateway.json;
import static org.nuanxin.gateway.RunningGateway.with;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The front ends as a browser sees them. Their files are in {@code src/test/resources/web}. */
class PagesTest {

  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
  private static final String SCRIPT = "/assets/index-Dx3fA-1_.js";

  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway =
        new RunningGateway("nuanxin.gateway.pages.tile-origin=https://tiles.example.org:8443");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Nested
  class Paths {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/",
          "/index.html",
          "/apply/name",
          "/apply/",
          "/v1.2/members",
          "/stations/1?near=109.5,18.2",
          "/consoles",
          "/%E6%9A%96%E6%96%B0"
        })
    void leadABrowserToTheWorkersApp(String path) {
      assertIsPage(gateway.get(path, "Accept", BROWSER), "<title>worker</title>");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/console/",
          "/console/index.html",
          "/console/review/123",
          "/console/dead-letters/benefits-service~insurance.member.3.17"
        })
    void leadABrowserToTheConsole(String path) {
      assertIsPage(gateway.get(path, "Accept", BROWSER), "<title>console</title>");
    }

    @Test
    void sendTheConsolesNameToItsFolder() {
      HttpResponse<String> response = gateway.get("/console", "Accept", BROWSER);
      assertThat(response.statusCode()).isEqualTo(302);
      assertThat(response.headers().firstValue("Location")).contains("/console/");
    }

    @Test
    void leadToTheAppWhateverIsAcceptedAndWithAnyToken() {
      assertIsPage(gateway.get("/"), "<title>worker</title>");
      assertIsPage(gateway.get("/", "Accept", "application/json"), "<title>worker</title>");
      assertIsPage(gateway.get("/", "Accept", "nonsense"), "<title>worker</title>");
      assertIsPage(gateway.getAs(gateway.issuer.forged(), "/"), "<title>worker</title>");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/assets/index-00000000.js",
          "/assets/gone",
          "/assets",
          "/favicon.ico",
          "/nowhere.js",
          "/worker/index.html",
          "/web/worker/index.html",
          "/application.yml/../index.html.br",
          "/index.html.br",
          "/assets/index-Dx3fA-1_.js.gz",
          "/.git/config",
          "/.env",
          "/console/assets/index-00000000.css",
          "/console/sw.js",
          "/console/.env"
        })
    void nameNothingWhereAFileIsMissing(String path) {
      String answer = RawHttp.get(gateway.port(), path, "Accept: */*");
      assertThat(RawHttp.status(answer)).as(answer).isIn(400, 404);
      assertThat(answer).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/index-00000000.js", "/assets/gone", "/a/b.css", "/.env"})
    void nameNoPageWhereAFileIsMissing(String path) {
      HttpResponse<String> response = gateway.get(path, "Accept", BROWSER);
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(json(response).path("code").asString()).isEqualTo("not-found");
      assertThat(response.headers().firstValue("Cache-Control")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/html;q=0", "nonsense"})
    void nameNothingToWhoeverDoesNotAskForHtml(String accept) {
      HttpResponse<String> response = gateway.get("/apply/name", "Accept", accept);
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(json(response).path("status").asInt()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/api",
          "/api/v1/nowhere",
          "/API/V1/ME",
          "/openapi/nowhere",
          "/oauth2/token",
          "/oauth2",
          "/actuator",
          "/actuator/health",
          "/Actuator/health",
          "/internal/v1/contacts",
          "/v3/api-docs"
        })
    void neverLeadFromAnApiToAPage(String path) {
      HttpResponse<String> response = gateway.get(path, "Accept", BROWSER);
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(json(response).path("code").asString()).isEqualTo("not-found");
    }

    @Test
    void ofTheApiStayAsTheyAre() {
      assertThat(gateway.get("/api/v1/me", "Accept", BROWSER).statusCode()).isEqualTo(401);
      assertThat(gateway.get("/.well-known/nowhere", "Accept", BROWSER).body())
          .contains("identity-service");
      assertThat(gateway.get("/openapi/ui", "Accept", BROWSER).body()).contains("Nuanxin API");
      assertThat(gateway.manage("/").statusCode()).isEqualTo(404);
      assertThat(gateway.manage("/apply/name").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/../application.yml",
          "/assets/../../application.yml",
          "/assets/..%2f..%2fapplication.yml",
          "/assets/%2e%2e/%2e%2e/application.yml",
          "/assets/%252e%252e/application.yml",
          "/assets/..%5c..%5capplication.yml",
          "/assets/..\\..\\application.yml",
          "/assets/%00/application.yml",
          "/index.html%00.js",
          "/console/..;/application.yml",
          "/console//index.html",
          "//index.html",
          "/console/../index.html",
          "/assets/%c0%ae%c0%ae/%2e/application.yml",
          "/file:///etc/passwd",
          "/assets/%"
        })
    void reachNothingByTricks(String path) {
      String answer = RawHttp.get(gateway.port(), path, "Accept: text/html");
      assertThat(RawHttp.status(answer)).as(answer).isEqualTo(400);
      assertThat(answer).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void areOnlyRead(String method) {
      HttpResponse<String> response =
          gateway.send(gateway.to("/apply").method(method, BodyPublishers.ofString("{}")));
      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    }
  }

  @Nested
  class Files {

    @ParameterizedTest
    @CsvSource({
      "/,                                  text/html;charset=utf-8",
      "/sw.js,                             text/javascript;charset=utf-8",
      "/manifest.webmanifest,              application/manifest+json",
      "/icon.svg,                          image/svg+xml",
      "/assets/index-Dx3fA-1_.js,          text/javascript;charset=utf-8",
      "/assets/index-9a8B_7c6.css,         text/css;charset=utf-8",
      "/console/assets/index-Dx3fA-1_.js,  text/javascript;charset=utf-8"
    })
    void haveTheirTypeAndForbidGuessingIt(String path, String type) {
      HttpResponse<String> response = gateway.get(path);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElseThrow())
          .isEqualToIgnoringCase(type);
      assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(response.headers().firstValue("Content-Length").orElseThrow())
          .isEqualTo(Integer.toString(response.body().getBytes().length));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {SCRIPT, "/assets/index-9a8B_7c6.css", "/console/assets/index-Dx3fA-1_.js"})
    void areKeptForAYearWhereTheirNameChangesWithThem(String path) {
      assertThat(gateway.get(path).headers().firstValue("Cache-Control").orElseThrow())
          .contains("public", "max-age=31536000", "immutable");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/",
          "/index.html",
          "/sw.js",
          "/manifest.webmanifest",
          "/icon.svg",
          "/assets/plain.txt",
          "/console/"
        })
    void areAskedForAgainWhereItDoesNot(String path) {
      HttpResponse<String> first = gateway.get(path);
      assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
      String tag = first.headers().firstValue("ETag").orElseThrow();
      assertThat(tag).matches("\"[0-9a-f]{32}\"");

      for (String sent : new String[] {tag, "W/" + tag, "\"other\", " + tag}) {
        HttpResponse<String> again = gateway.get(path, "If-None-Match", sent);
        assertThat(again.statusCode()).as(sent).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        assertThat(again.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(again.headers().firstValue("Vary")).contains("Accept-Encoding");
      }
      assertThat(gateway.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "br                          | br",
          "gzip, deflate, br, zstd     | br",
          "gzip                        | gzip",
          "GZIP                        | gzip",
          "br;q=0.1, gzip;q=0.9        | gzip",
          "br;q=0, gzip                | gzip",
          "*                           | br",
          "*;q=0.5, br;q=0             | gzip",
          "br;q=0, gzip;q=0            | identity",
          "br;q=nonsense               | identity",
          "deflate                     | identity",
          "identity                    | identity",
          ";;,,=                       | identity"
        })
    void comeAsTheyWerePackedWhereTheCallerUnpacksThem(String accepted, String coding) {
      HttpResponse<byte[]> response = bytes(SCRIPT, "Accept-Encoding", accepted);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Encoding").orElse("identity"))
          .isEqualTo(coding);
      assertThat(response.headers().allValues("Vary")).contains("Accept-Encoding");
      assertThat(response.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/javascript");
      assertThat(response.body()).isEqualTo(file("web/worker" + SCRIPT + suffix(coding)));
    }

    @Test
    void unpackToTheSame() throws IOException {
      byte[] packed = bytes(SCRIPT, "Accept-Encoding", "gzip").body();
      try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
        assertThat(unpacked.readAllBytes()).isEqualTo(bytes(SCRIPT).body());
      }
    }

    @Test
    void haveATagForEachWayOfPacking() {
      Set<String> tags = new HashSet<>();
      for (String accepted : new String[] {"br", "gzip", "identity"}) {
        tags.add(
            bytes("/", "Accept-Encoding", accepted).headers().firstValue("ETag").orElseThrow());
      }
      assertThat(tags).hasSize(3);
      // What was packed one way is no answer to whoever wants it another way.
      String ofBrotli =
          bytes("/", "Accept-Encoding", "br").headers().firstValue("ETag").orElseThrow();
      assertThat(bytes("/", "Accept-Encoding", "br", "If-None-Match", ofBrotli).statusCode())
          .isEqualTo(304);
      assertThat(bytes("/", "Accept-Encoding", "gzip", "If-None-Match", ofBrotli).statusCode())
          .isEqualTo(200);
    }

    @Test
    void comePlainWhereTheyWereNotPacked() {
      HttpResponse<byte[]> response = bytes("/sw.js", "Accept-Encoding", "br, gzip");
      assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
      assertThat(response.headers().allValues("Vary")).contains("Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sw.js", SCRIPT, "/console/review/123"})
    void tellAboutThemselvesWithoutComing(String path) {
      HttpResponse<String> whole = gateway.get(path, "Accept", BROWSER);
      HttpResponse<String> head =
          gateway.send(
              with(gateway.to(path).method("HEAD", BodyPublishers.noBody()), "Accept", BROWSER));
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      for (String name :
          List.of(
              "Content-Type",
              "Content-Length",
              "ETag",
              "Cache-Control",
              "Vary",
              "Content-Security-Policy")) {
        assertThat(head.headers().allValues(name))
            .as(name)
            .isNotEmpty()
            .isEqualTo(whole.headers().allValues(name));
      }
    }

    @Test
    void arriveWholeHoweverManyAskAtOnce() {
      byte[] whole = file("web/worker" + SCRIPT);
      assertThat(
              java.util.stream.IntStream.range(0, 200)
                  .mapToObj(i ->
                      gateway
                          .client()
                          .sendAsync(gateway.to(SCRIPT).build(), BodyHandlers.ofByteArray()))
                  .toList())
          .allSatisfy(answer -> assertThat(Arrays.equals(answer.join().body(), whole)).isTrue());
    }

    private static String suffix(String coding) {
      return switch (coding) {
        case "br" -> ".br";
        case "gzip" -> ".gz";
        default -> "";
      };
    }

    private static HttpResponse<byte[]> bytes(String path, String... headers) {
      return gateway
          .client()
          .sendAsync(with(gateway.to(path), headers).build(), BodyHandlers.ofByteArray())
          .join();
    }

    private static byte[] file(String name) {
      try (InputStream in = PagesTest.class.getClassLoader().getResourceAsStream(name)) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Nested
  class SecurityHeaders {

    private static final String POLICY =
        "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data: blob: https://tiles.example.org:8443; font-src 'self' data:;"
            + " connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/apply/name", "/console/", "/console", "/sw.js", "/gone.js"})
    void areOnEveryAnswer(String path) {
      var headers = gateway.get(path, "Accept", BROWSER).headers();
      assertThat(headers.allValues("Content-Security-Policy")).containsExactly(POLICY);
      assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(headers.firstValue("Permissions-Policy").orElseThrow())
          .startsWith("geolocation=(self), camera=(self), ")
          .contains("microphone=()", "payment=()", "usb=()");
      assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
      assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void areOnTheApisPageWithItsOwnStricterPolicy() {
      var headers = gateway.get("/openapi/ui", "Accept", BROWSER).headers();
      assertThat(headers.allValues("Content-Security-Policy"))
          .singleElement()
          .asString()
          .doesNotContain("script-src");
      assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
    }

    @Test
    void ofTheLocalProfileDoNotAskForTlsAndNameNoOtherHost() {
      try (RunningGateway local = new RunningGateway("spring.profiles.active=local")) {
        var response = local.get("/", "Accept", BROWSER, "Origin", "http://127.0.0.1:5173");
        assertThat(response.headers().map()).doesNotContainKey("strict-transport-security");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
            .contains("img-src 'self' data: blob:;")
            .doesNotContain("unsafe");
        assertThat(String.join(",", response.headers().allValues("Vary")))
            .contains("Origin")
            .contains("Accept-Encoding");
      }
    }
  }

  @Nested
  class WithoutFrontEnds {

    @Test
    void theRootSaysSoAndWhereToGo() {
      try (RunningGateway bare =
          new RunningGateway("nuanxin.gateway.pages.location=classpath:no/")) {
        HttpResponse<String> root = bare.get("/", "Accept", BROWSER);
        assertThat(root.statusCode()).isEqualTo(200);
        assertThat(json(root).path("openapi").asString()).isEqualTo("/openapi");
        assertThat(json(root).path("frontEnds").asString()).contains("not in this build");
        for (String path : new String[] {"/console", "/console/", "/apply/name"}) {
          HttpResponse<String> response = bare.get(path, "Accept", BROWSER);
          assertThat(response.statusCode()).isEqualTo(404);
          assertThat(json(response).path("code").asString()).isEqualTo("not-found");
          assertThat(json(response).path("detail").asString()).contains("not in this build");
        }
      }
    }
  }

  private static void assertIsPage(HttpResponse<String> response, String title) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .isEqualToIgnoringCase("text/html;charset=utf-8");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(response.body()).contains(title);
  }
}
