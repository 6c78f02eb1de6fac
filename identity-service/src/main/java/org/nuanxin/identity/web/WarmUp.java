package org.nuanxin.identity.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import org.nuanxin.identity.session.Person;
import org.nuanxin.identity.session.RefreshToken;
import org.nuanxin.identity.token.AccessTokens;
import org.nuanxin.kit.pii.PhoneNumbers;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Walks the paths of a sign-in before the service says it is ready, so that the first worker is not
 * the one who waits. Changes nothing: the tokens it shows are nobody's.
 */
@Component
@ConditionalOnProperty("nuanxin.warm-up")
class WarmUp implements ApplicationRunner {

  private static final int ROUNDS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String A_PHONE = "138 0013 8000";
  private static final Person NOBODY = new Person.Worker("warm-up", "none");

  private final AccessTokens tokens;
  private final SecureRandom random;
  private final Environment environment;

  WarmUp(AccessTokens tokens, SecureRandom random, Environment environment) {
    this.tokens = tokens;
    this.random = random;
    this.environment = environment;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException, InterruptedException {
    String self =
        "http://"
            + environment.getProperty("server.address", "127.0.0.1")
            + ":"
            + environment.getRequiredProperty("local.server.port");
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build()) {
      for (int i = 0; i < ROUNDS; i++) {
        tokens.of(NOBODY);
        PhoneNumbers.toE164(A_PHONE);
        call(client, HttpRequest.newBuilder(URI.create(self + "/oauth2/jwks")));
        call(client, renewal(self));
      }
    }
  }

  private HttpRequest.Builder renewal(String self) {
    String body = "{\"refreshToken\":\"" + RefreshToken.first(random).text() + "\"}";
    return HttpRequest.newBuilder(URI.create(self + "/api/v1/auth/token"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private static void call(HttpClient client, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    client.send(request.timeout(PATIENCE).build(), BodyHandlers.discarding());
  }
}
