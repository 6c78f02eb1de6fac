package org.nuanxin.kit.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the server itself refuses, before or beside any controller, is a problem as well. */
@Hidden
@RestController
final class ErrorPath implements ErrorController {

  @RequestMapping("${server.error.path:/error}")
  ResponseEntity<Map<String, @Nullable Object>> error(HttpServletRequest request) {
    int code =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer sent
            ? sent
            : 404;
    HttpStatusCode status = HttpStatusCode.valueOf(code);
    String path =
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "/";
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            ProblemBody.of(
                status,
                StatusCodes.code(status),
                StatusCodes.detail(status),
                path,
                List.of(),
                Map.of()));
  }
}
