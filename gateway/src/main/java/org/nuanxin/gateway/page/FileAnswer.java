package org.nuanxin.gateway.page;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Answers with a file, or with 304 where the caller has it already. */
final class FileAnswer {

  private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

  private FileAnswer() {}

  static Mono<ServerResponse> with(PageFile file, ServerRequest request) {
    HttpHeaders headers = request.exchange().getResponse().getHeaders();
    // Added: there may be an Origin in it.
    headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    Coding coding =
        Coding.choose(
            request.headers().header(HttpHeaders.ACCEPT_ENCODING), file.contents()::containsKey);
    return file.content(coding).flatMap(content -> answer(file, coding, content));
  }

  private static Mono<ServerResponse> answer(PageFile file, Coding coding, Content content) {
    ServerResponse.BodyBuilder answer =
        ServerResponse.ok()
            .contentType(file.type())
            .contentLength(content.length())
            .eTag(content.tag())
            .header(HttpHeaders.CACHE_CONTROL, file.immutable() ? FOR_A_YEAR : "no-cache");
    if (coding != Coding.NONE) {
      answer.header(HttpHeaders.CONTENT_ENCODING, coding.token());
    }
    return answer.body((response, context) ->
        response.writeWith(
            Mono.fromSupplier(() -> response.bufferFactory().wrap(content.bytes().duplicate()))));
  }
}
