package org.nuanxin.gateway.page;

import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;

/**
 * One file of a front end.
 *
 * @param type media type
 * @param immutable whether the content of its path never changes
 * @param contents by coding; read when first asked for. {@link Coding#NONE} is always there
 */
record PageFile(MediaType type, boolean immutable, Map<Coding, Mono<Content>> contents) {

  /** So packed; there must be such a one. */
  Mono<Content> content(Coding coding) {
    return Objects.requireNonNull(contents.get(coding), coding::token);
  }
}
