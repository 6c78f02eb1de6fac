package org.nuanxin.gateway.join;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nuanxin.gateway.page.PageHeaders;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Answers what is asked about the API itself. */
final class ApiHandler {

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final ApiJoin join;
  private final PageHeaders pageHeaders;

  ApiHandler(ApiJoin join, PageHeaders pageHeaders) {
    this.join = join;
    this.pageHeaders = pageHeaders;
  }

  /** JSON for machines; the page where HTML is preferred, as by a browser. */
  Mono<ServerResponse> document(ServerRequest request) {
    if (prefersHtml(request.headers().accept())) {
      return page(request);
    }
    return join.document()
        .flatMap(document ->
            ServerResponse.ok()
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(document));
  }

  Mono<ServerResponse> page(ServerRequest request) {
    pageHeaders.tell(request.exchange().getResponse().getHeaders());
    return join.document()
        .map(ApiPage::of)
        .flatMap(html ->
            ServerResponse.ok()
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(PageHeaders.POLICY, POLICY)
                .contentType(HTML)
                .bodyValue(html));
  }

  Mono<ServerResponse> style(ServerRequest request) {
    return ServerResponse.ok()
        .contentType(MediaType.parseMediaType("text/css;charset=UTF-8"))
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
        .bodyValue(new ClassPathResource("openapi/ui.css"));
  }

  private static boolean prefersHtml(List<MediaType> accepted) {
    List<MediaType> byPreference = new ArrayList<>(accepted);
    MimeTypeUtils.sortBySpecificity(byPreference);
    for (MediaType type : byPreference) {
      if (type.isWildcardType() || MediaType.APPLICATION_JSON.isCompatibleWith(type)) {
        return false;
      }
      if (MediaType.TEXT_HTML.isCompatibleWith(type)) {
        return true;
      }
    }
    return false;
  }
}
