package org.nuanxin.identity.server;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.nuanxin.identity.token.Claims;
import org.nuanxin.identity.token.TokenPolicy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Discovery (OpenID Connect Discovery 1.0, RFC 8414) for whoever verifies our tokens: it names what
 * can be reached at the issuer's address and nothing else. The framework's own document cannot do
 * without an authorization endpoint and a token endpoint; we have none there.
 */
@Hidden
@RestController
class DiscoveryController {

  /** Where the key set is, below the issuer. */
  static final String KEYS = "/oauth2/jwks";

  /** Values that say nothing more than the standards' names for what we do. */
  private static final List<String> PUBLIC_SUBJECTS = List.of("public");

  /** What all tokens are signed with. */
  private static final List<String> ALGORITHMS = List.of("RS256");

  /**
   * Services get their tokens so, at an address inside, which their own configuration tells them.
   * Left out, it would mean the authorization code and implicit grants.
   */
  private static final List<String> GRANTS = List.of("client_credentials");

  /**
   * The list is required, and must not be empty, also where no authorization endpoint gives a
   * response. Of the registered types this is the one that stands for no token and no code.
   */
  private static final List<String> RESPONSES = List.of("none");

  private static final List<String> CLAIMS =
      List.of(
          "iss",
          "aud",
          "sub",
          "iat",
          "exp",
          "jti",
          Claims.FEDERATION,
          Claims.ROLES,
          Claims.UNIONS,
          Claims.STATION,
          Claims.PHONE_INDEX);

  /** The document, with the standards' names. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Discovery(
      String issuer,
      String jwksUri,
      List<String> responseTypesSupported,
      List<String> grantTypesSupported,
      List<String> subjectTypesSupported,
      List<String> idTokenSigningAlgValuesSupported,
      List<String> claimsSupported) {}

  private final Discovery discovery;

  DiscoveryController(TokenPolicy policy) {
    String issuer = policy.issuer();
    this.discovery =
        new Discovery(
            issuer,
            issuer.replaceAll("/+$", "") + KEYS,
            RESPONSES,
            GRANTS,
            PUBLIC_SUBJECTS,
            ALGORITHMS,
            CLAIMS);
  }

  @GetMapping({"/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"})
  Discovery discovery() {
    return discovery;
  }
}
