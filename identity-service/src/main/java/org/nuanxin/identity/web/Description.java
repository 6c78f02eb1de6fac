package org.nuanxin.identity.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Adds to the OpenAPI what the signatures of our calls do not show: who may call, what is in a
 * cookie, and with what a call without an answer's body ends.
 */
@Configuration(proxyBeanMethods = false)
class Description {

  private static final String AUTH = "/api/v1/auth/";
  private static final String COOKIE =
      " The refresh token is in a cookie of the app's own (HttpOnly, SameSite=Strict), and never in"
          + " a body. A call must come from one of our own pages and carry Content-Type"
          + " application/json or X-Requested-With; else it is 403.";

  private static final Map<String, String> PARAMETERS =
      Map.of(
          "X-Requested-With",
          "Says which app's cookie is meant: nuanxin-console for the console's, anything else for"
              + " the workers' app's. Demanded where the body is not JSON.",
          "nuanxin_session",
          "The refresh token of the workers' app, as an earlier answer set it.",
          "nuanxin_staff_session",
          "The refresh token of the console, as an earlier answer set it.");

  @Bean
  OpenApiCustomizer identityOpenApi() {
    return Description::describe;
  }

  private static void describe(OpenAPI api) {
    open(post(api, "otp"))
        .summary("Sends a one-time code to a phone")
        .description(
            "The same answer for every phone, known or not. 429 after too many codes for the"
                + " phone or requests from the address; 503 when the message could not be sent or"
                + " nobody knows whether it was, and then a code that arrives is good.");
    open(post(api, "token"))
        .summary("Gives tokens for credentials")
        .description("One of phone and code, username and password, and refreshToken.");
    open(post(api, "revoke"))
        .summary("Ends the session of a refresh token")
        .description("The same answer whether or not there was anything to end.");
    session(post(api, "session"), "200")
        .summary("Begins or renews a browser's session")
        .description("With credentials it begins one, without it renews the cookie's." + COOKIE);
    Operation end = path(api, "session").getDelete();
    endsWithNothing(end.getResponses());
    session(end, "204")
        .summary("Ends a browser's session")
        .description("Clears the cookie, whether or not it was still good." + COOKIE);
    post(api, "keys/rotate")
        .security(List.of(new SecurityRequirement().addList("bearer")))
        .summary("Makes the next signing key the current one")
        .description("Role OPS. Tokens signed before go on verifying.");
  }

  private static Operation post(OpenAPI api, String path) {
    return path(api, path).getPost();
  }

  /** A path that is gone fails whoever asks for the document, and so the tests. */
  private static PathItem path(OpenAPI api, String path) {
    return Objects.requireNonNull(api.getPaths().get(AUTH + path), path);
  }

  private static Operation open(Operation operation) {
    return operation.security(List.of());
  }

  private static Operation session(Operation operation, String success) {
    for (Parameter parameter : operation.getParameters()) {
      parameter.description(PARAMETERS.get(parameter.getName()));
    }
    Header cookie =
        new Header().description("The app's cookie, set or cleared").schema(new StringSchema());
    ApiResponse answer = Objects.requireNonNull(operation.getResponses().get(success), success);
    answer.addHeaderObject("Set-Cookie", cookie);
    return open(operation);
  }

  private static void endsWithNothing(ApiResponses responses) {
    responses.remove("200");
    responses.addApiResponse("204", new ApiResponse().description("No Content"));
  }
}
