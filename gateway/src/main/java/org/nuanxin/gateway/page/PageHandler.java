package org.nuanxin.gateway.page;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.nuanxin.gateway.problem.ProblemException;
import org.nuanxin.gateway.visit.Visit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Answers for the front ends. A path that is no file is a page of the app's own where a browser
 * goes there, and nothing where a page merely loads it.
 */
final class PageHandler {

  private static final String CONSOLE = "/console";

  private final Mono<FrontEnds> frontEnds;
  private final PageHeaders pageHeaders;

  PageHandler(Mono<FrontEnds> frontEnds, PageHeaders pageHeaders) {
    this.frontEnds = frontEnds;
    this.pageHeaders = pageHeaders;
  }

  Mono<ServerResponse> answer(ServerRequest request) {
    pageHeaders.tell(request.exchange().getResponse().getHeaders());
    String path = Visit.of(request.exchange()).path();
    return frontEnds.flatMap(built -> {
      if (path.equals(CONSOLE) && built.console() != null) {
        return ServerResponse.status(HttpStatus.FOUND).location(URI.create(CONSOLE + "/")).build();
      }
      boolean console = path.equals(CONSOLE) || path.startsWith(CONSOLE + "/");
      return answer(
          request,
          console ? built.console() : built.worker(),
          console ? path.substring(CONSOLE.length()) : path);
    });
  }

  private static Mono<ServerResponse> answer(
      ServerRequest request, @Nullable FrontEnd app, String path) {
    if (app == null) {
      return request.path().equals("/") ? Landing.answer() : Mono.error(Landing.notBuilt());
    }
    PageFile file = app.find(path);
    if (file != null) {
      return FileAnswer.with(file, request);
    }
    request.exchange().getResponse().getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    return FileType.isPage(path) && isVisitOfABrowser(request)
        ? FileAnswer.with(app.index(), request)
        : Mono.error(ProblemException.notFound());
  }

  /** A browser on its way to a page names HTML; a page that loads something does not. */
  private static boolean isVisitOfABrowser(ServerRequest request) {
    try {
      return request.headers().accept().stream()
          .anyMatch(
              type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML) && type.getQualityValue() > 0);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
