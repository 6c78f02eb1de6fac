package org.nuanxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sessions for browsers: the refresh token in a cookie that no script and no other site can use.
 */
class BrowserSessionTest {

  private static final String PATH = "/api/v1/auth/session";
  private static final String WORKERS = "nuanxin";
  private static final String CONSOLE = "nuanxin-console";

  private final RunningIdentity identity = RunningIdentity.shared();

  private Answer begin() {
    String phone = RunningIdentity.newPhone();
    identity.askForCode(phone);
    return identity.post(PATH, Map.of("phone", phone, "code", identity.receivedCode(phone)));
  }

  private static String cookie(Answer answer) {
    return answer.header("Set-Cookie").split(";")[0];
  }

  private Answer renew(String cookie, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(identity.uri(PATH))
            .header("Cookie", cookie)
            .POST(BodyPublishers.noBody());
    return RunningIdentity.send(request, headers);
  }

  private Answer beginAsStaff() {
    return identity.post(
        PATH, Map.of("username", "reviewer", "password", RunningIdentity.PASSWORD));
  }

  private Answer renewIn(String app, String cookies) {
    return renew(cookies, "X-Requested-With", app);
  }

  private Answer end(String cookie) {
    return endIn(WORKERS, cookie);
  }

  private Answer endIn(String app, String cookies) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(identity.uri(PATH))
            .header("Cookie", cookies)
            .header("X-Requested-With", app)
            .DELETE();
    return RunningIdentity.send(request);
  }

  @Nested
  class Beginning {

    @Test
    void setsACookieForNoScriptAndNoOtherSiteAndShowsItNowhereElse() {
      Answer answer = begin();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Set-Cookie"))
          .startsWith("nuanxin_session=")
          .contains("; HttpOnly")
          .contains("; Secure")
          .contains("; SameSite=Strict")
          .contains("; Path=/api/v1/auth/session")
          .contains("; Max-Age=2592000");
      assertThat(answer.json().propertyNames())
          .containsExactlyInAnyOrder("accessToken", "tokenType", "expiresIn");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void worksForStaffTooForADay() {
      Answer answer = beginAsStaff();
      assertThat(Tokens.subject(answer)).isEqualTo("staff:reviewer");
      assertThat(answer.header("Set-Cookie")).contains("; Max-Age=43200");
    }

    @Test
    void refusesWrongCredentialsWithoutACookie() {
      Answer answer = identity.post(PATH, Map.of("username", "reviewer", "password", "wrong"));
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void takesNoRefreshTokenInTheBody() {
      Answer answer = identity.post(PATH, Map.of("refreshToken", "x"));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.errors()).containsExactly("refreshToken:NOT_ALLOWED");
    }
  }

  @Nested
  class Renewing {

    @Test
    void changesTheCookieAndHandsOutAnAccessToken() {
      Answer first = begin();
      Answer second = renew(cookie(first), "Content-Type", "application/json");
      assertThat(second.status()).as(second.body()).isEqualTo(200);
      assertThat(cookie(second)).isNotEqualTo(cookie(first));
      assertThat(Tokens.subject(second)).isEqualTo(Tokens.subject(first));
    }

    @Test
    void takesAnEmptyObjectAsWell() {
      Answer answer = identity.post(PATH, "{}", "Cookie", cookie(begin()));
      assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void givesTwoTabsTheSameCookie() {
      String cookie = cookie(begin());
      List<Answer> answers = Parallel.times(6, i -> renew(cookie, "X-Requested-With", "fetch"));
      assertThat(answers).extracting(Answer::status).containsOnly(200);
      assertThat(answers.stream().map(BrowserSessionTest::cookie).distinct()).hasSize(1);
    }

    @Test
    void refusesWithoutACookieAndWithOneThatIsOld() {
      assertThat(identity.post(PATH, "{}").status()).isEqualTo(401);
      String old = cookie(begin());
      renew(old, "X-Requested-With", "fetch");
      identity.advance(Duration.ofSeconds(11));
      assertThat(renew(old, "X-Requested-With", "fetch").status()).isEqualTo(401);
    }
  }

  @Nested
  class SigningOut {

    @Test
    void endsTheSessionAndClearsTheCookie() {
      String cookie = cookie(begin());
      Answer out = end(cookie);
      assertThat(out.status()).isEqualTo(204);
      assertThat(out.header("Set-Cookie"))
          .startsWith("nuanxin_session=;")
          .contains("; Max-Age=0")
          .contains("; Path=/api/v1/auth/session");
      assertThat(renew(cookie, "X-Requested-With", "fetch").status()).isEqualTo(401);
    }

    @Test
    void answersAlikeWithoutASession() {
      assertThat(end("other=1").status()).isEqualTo(204);
    }

    @Test
    void needsTheSecretAndNotJustTheSessionsName() {
      String cookie = cookie(begin());
      String madeUp = cookie.substring(0, cookie.indexOf('.') + 1) + "A".repeat(43);
      assertThat(end(madeUp).status()).isEqualTo(204);
      assertThat(renewIn(WORKERS, cookie).status()).isEqualTo(200);
    }
  }

  /** The worker's app and the console, open in one browser. */
  @Nested
  class BothApps {

    private final String worker = cookie(begin());
    private final String staff = cookie(beginAsStaff());
    private final String both = worker + "; " + staff;

    @Test
    void haveACookieEach() {
      assertThat(worker).startsWith("nuanxin_session=");
      assertThat(staff).startsWith("nuanxin_staff_session=");
    }

    @Test
    void goOnEachWithItsOwnPerson() {
      Answer console = renewIn(CONSOLE, both);
      assertThat(Tokens.subject(console)).isEqualTo("staff:reviewer");
      assertThat(console.header("Set-Cookie")).startsWith("nuanxin_staff_session=");
      assertThat(Tokens.subject(renewIn(WORKERS, both))).startsWith("worker:");
      assertThat(renew(both, "Content-Type", "application/json").header("Set-Cookie"))
          .startsWith("nuanxin_session=");
    }

    @Test
    void takeOverNothingFromEachOther() {
      assertThat(renewIn(CONSOLE, worker).status()).isEqualTo(401);
      assertThat(renewIn(WORKERS, staff).status()).isEqualTo(401);
    }

    @Test
    void leaveTheOtherAloneWhenOneSignsOut() {
      Answer out = endIn(CONSOLE, both);
      assertThat(out.header("Set-Cookie")).startsWith("nuanxin_staff_session=;");
      assertThat(renewIn(CONSOLE, both).status()).isEqualTo(401);
      assertThat(renewIn(WORKERS, both).status()).isEqualTo(200);

      String again = cookie(beginAsStaff());
      assertThat(endIn(WORKERS, worker + "; " + again).status()).isEqualTo(204);
      assertThat(renewIn(CONSOLE, again).status()).isEqualTo(200);
    }

    /** From before there were two. */
    @Test
    void endASessionOfStaffThatIsInTheCookieOfWorkers() {
      String old = staff.replace("nuanxin_staff_session=", "nuanxin_session=");
      Answer answer = renewIn(WORKERS, old);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.header("Set-Cookie"))
          .startsWith("nuanxin_session=;")
          .contains("; Max-Age=0");
      assertThat(renewIn(CONSOLE, staff).status()).isEqualTo(401);
    }
  }

  @Nested
  class AnotherSite {

    @ParameterizedTest
    @CsvSource({
      "Origin, https://evil.example",
      "Origin, null",
      "Origin, http://127.0.0.1:8080.evil.example",
      "Origin, http://localhost:3000",
      "Sec-Fetch-Site, cross-site"
    })
    void isRefused(String header, String value) {
      String cookie = cookie(begin());
      Answer answer = renew(cookie, "Content-Type", "application/json", header, value);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.problem()).isEqualTo("cross-site");
      assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void cannotUseAFormSinceThatSetsNeitherHeaderNorType() {
      String cookie = cookie(begin());
      assertThat(renew(cookie).status()).isEqualTo(403);
      assertThat(renew(cookie, "Content-Type", "application/x-www-form-urlencoded").status())
          .isIn(403, 415);
      assertThat(identity.uri(PATH)).isNotNull();
    }

    @Test
    void isToldFromOurOwnPages() {
      String cookie = cookie(begin());
      Answer answer =
          renew(
              cookie,
              "Content-Type",
              "application/json",
              "Origin",
              RunningIdentity.ISSUER,
              "Sec-Fetch-Site",
              "same-origin");
      assertThat(answer.status()).isEqualTo(200);
    }
  }

  @Test
  void sendsTheCookieWithoutTlsAndFromAnyLoopbackPageInTheLocalProfileAlone() {
    try (RunningIdentity local =
        RunningIdentity.start("identity_local", Map.of("spring.profiles.active", "local"))) {
      String phone = RunningIdentity.newPhone();
      local.askForCode(phone);
      Answer answer =
          local.post(
              PATH,
              Map.of("phone", phone, "code", local.receivedCode(phone)),
              "Origin",
              "http://localhost:5173");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Set-Cookie"))
          .doesNotContain("Secure")
          .contains("; HttpOnly")
          .contains("; SameSite=Strict");
      assertThat(local.post(PATH, "{}", "Origin", "https://evil.example").status()).isEqualTo(403);
    }
  }
}
