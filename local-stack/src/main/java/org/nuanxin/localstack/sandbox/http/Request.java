package org.nuanxin.localstack.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One request as it came.
 *
 * @param method the verb in capitals
 * @param path the path as sent, percent-encoding included, without query
 * @param query what follows the question mark; empty where there is none
 * @param body the whole body; empty where there is none
 * @param keepAlive whether the client wants to use the connection again
 */
public record Request(String method, String path, String query, byte[] body, boolean keepAlive) {

  /**
   * The decoded value of a query parameter.
   *
   * @param name the parameter, given in plain ASCII
   * @return its first value; empty when it is absent
   */
  public Optional<String> parameter(String name) {
    for (String pair : query.split("&")) {
      if (pair.startsWith(name)
          && pair.length() > name.length()
          && pair.charAt(name.length()) == '=') {
        return Optional.of(decode(pair.substring(name.length() + 1)));
      }
    }
    return Optional.empty();
  }

  /**
   * What follows a prefix of the path, decoded.
   *
   * @param prefix where the path must begin, slash included
   * @return the rest; empty when the path does not begin so or ends there
   */
  public Optional<String> after(String prefix) {
    return path.startsWith(prefix) && path.length() > prefix.length()
        ? Optional.of(decode(path.substring(prefix.length()).replace("+", "%2B")))
        : Optional.empty();
  }

  private static String decode(String encoded) {
    return encoded.indexOf('%') < 0 && encoded.indexOf('+') < 0
        ? encoded
        : URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
