package org.nuanxin.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem from a filter, where no controller advice is near. */
public final class ProblemWriter {

  private final JsonMapper mapper;

  /** Writes with this mapper. */
  public ProblemWriter(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Ends the request with this problem, unless an answer is already on its way.
   *
   * @throws IOException when the caller is gone
   */
  public void write(
      HttpServletRequest request, HttpServletResponse response, ProblemException problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    byte[] body = mapper.writeValueAsBytes(ProblemBody.of(problem, request.getRequestURI()));
    response.setStatus(problem.status().value());
    problem.headers().forEach(response::setHeader);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
