package org.nuanxin.gateway.entry;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may stand before the gateway.
 *
 * @param trustedProxies addresses and CIDR ranges whose {@code X-Forwarded-For} is believed
 * @param cors pages of other origins that may call
 */
@ConfigurationProperties("nuanxin.gateway")
record EntrySettings(@DefaultValue List<String> trustedProxies, @DefaultValue Cors cors) {

  /**
   * Pages of other origins.
   *
   * @param allowedOriginPatterns such as {@code https://*.example.org} or {@code
   *     http://localhost:[*]}; none by default
   * @param allowCredentials whether they may send cookies
   */
  record Cors(
      @DefaultValue List<String> allowedOriginPatterns,
      @DefaultValue("false") boolean allowCredentials) {}
}
