package org.nuanxin.kit.observe;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the caller the trace id, so that it can be quoted to those who read the logs. */
final class TraceIdHeader extends OncePerRequestFilter {

  private static final String NAME = "X-Trace-Id";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Traceparent.traceId().ifPresent(id -> response.setHeader(NAME, id));
    chain.doFilter(request, response);
  }
}
