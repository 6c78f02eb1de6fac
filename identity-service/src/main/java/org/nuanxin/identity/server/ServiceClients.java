package org.nuanxin.identity.server;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The services that may ask for a token of their own, as the configuration names them. */
final class ServiceClients implements RegisteredClientRepository {

  private static final int SHORTEST_SECRET = 16;

  private final Map<String, RegisteredClient> clients = new TreeMap<>();

  /**
   * Reads {@code id=secret} pairs, separated by commas; none is fine.
   *
   * @throws IllegalStateException naming the client, not its secret
   */
  ServiceClients(String pairs, SecretDigest digest, TokenSettings tokens) {
    for (String pair : pairs.split(",")) {
      if (!pair.isBlank()) {
        RegisteredClient client = client(pair.strip(), digest, tokens);
        clients.put(client.getClientId(), client);
      }
    }
  }

  private static RegisteredClient client(String pair, SecretDigest digest, TokenSettings tokens) {
    int equals = pair.indexOf('=');
    if (equals < 1) {
      throw new IllegalStateException("nuanxin.identity.service-clients must be id=secret,...");
    }
    String id = pair.substring(0, equals);
    String secret = pair.substring(equals + 1);
    if (secret.length() < SHORTEST_SECRET) {
      throw new IllegalStateException(
          "The secret of service client " + id + " is shorter than " + SHORTEST_SECRET);
    }
    return RegisteredClient.withId(id)
        .clientId(id)
        .clientSecret(digest.encode(secret))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .clientSettings(ClientSettings.builder().build())
        .tokenSettings(tokens)
        .build();
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("Clients come from the configuration alone");
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return clients.get(id);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return clients.get(clientId);
  }
}
