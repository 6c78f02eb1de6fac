package org.nuanxin.gateway.entry;

import java.time.Duration;
import java.util.List;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

/** What pages of allowed origins may send, and what they may read of an answer. */
final class CrossOrigin {

  private CrossOrigin() {}

  static CorsWebFilter filter(EntrySettings.Cors settings) {
    CorsConfiguration rules = new CorsConfiguration();
    rules.setAllowedOriginPatterns(settings.allowedOriginPatterns());
    rules.setAllowCredentials(settings.allowCredentials());
    rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    rules.setAllowedHeaders(
        List.of(
            "Authorization",
            "Content-Type",
            "Accept",
            "Accept-Language",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Last-Event-ID",
            "X-Request-Id",
            "traceparent"));
    rules.setExposedHeaders(
        List.of(
            "Location",
            "ETag",
            "Link",
            "Retry-After",
            "RateLimit",
            "RateLimit-Policy",
            "X-Request-Id",
            "X-Trace-Id"));
    rules.setMaxAge(Duration.ofHours(1));
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", rules);
    return new CorsWebFilter(source);
  }
}
