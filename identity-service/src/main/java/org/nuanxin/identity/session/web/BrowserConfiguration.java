package org.nuanxin.identity.session.web;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which pages are our own, and how the cookie is sent. */
@Configuration(proxyBeanMethods = false)
class BrowserConfiguration {

  @Bean
  SessionCookie sessionCookie(@Value("${nuanxin.identity.cookie-secure}") boolean secure) {
    return new SessionCookie(secure);
  }

  @Bean
  SameSite sameSite(
      @Value("${nuanxin.security.issuer}") URI issuer,
      @Value("${nuanxin.identity.origins}") List<String> origins,
      @Value("${nuanxin.identity.loopback-origins}") boolean anyLoopback) {
    Set<String> ours = new HashSet<>(origins);
    ours.add(issuer.getScheme() + "://" + issuer.getAuthority());
    return new SameSite(ours, anyLoopback);
  }
}
