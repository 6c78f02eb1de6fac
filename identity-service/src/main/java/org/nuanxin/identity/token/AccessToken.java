package org.nuanxin.identity.token;

import java.time.Duration;

/**
 * What a person shows with each request.
 *
 * @param text a signed JWT
 * @param validity from now to being refused
 */
public record AccessToken(String text, Duration validity) {

  /** Leaves the token out of logs. */
  @Override
  public String toString() {
    return "AccessToken[hidden]";
  }
}
