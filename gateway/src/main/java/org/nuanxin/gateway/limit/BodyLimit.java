package org.nuanxin.gateway.limit;

import java.util.concurrent.atomic.AtomicLong;
import org.nuanxin.gateway.problem.ProblemException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/** Refuses bodies past a bound, by what they say of their length or else while they stream. */
public final class BodyLimit {

  private final long most;

  BodyLimit(long most) {
    this.most = most;
  }

  /**
   * The exchange with its body bounded.
   *
   * @throws ProblemException 413 when the body says of itself that it is too large
   */
  public ServerWebExchange bound(ServerWebExchange exchange) {
    HttpHeaders headers = exchange.getRequest().getHeaders();
    if (headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
      return exchange.mutate().request(new Counted(exchange.getRequest(), most)).build();
    }
    if (headers.getContentLength() > most) {
      throw tooLarge(most);
    }
    return exchange;
  }

  private static ProblemException tooLarge(long most) {
    return new ProblemException(
        HttpStatus.CONTENT_TOO_LARGE,
        "too-large",
        "The body is larger than the " + most + " bytes taken here.");
  }

  private static final class Counted extends ServerHttpRequestDecorator {

    private final long most;

    Counted(ServerHttpRequest request, long most) {
      super(request);
      this.most = most;
    }

    @Override
    public Flux<DataBuffer> getBody() {
      AtomicLong seen = new AtomicLong();
      return super.getBody()
          .handle((buffer, sink) -> {
            if (seen.addAndGet(buffer.readableByteCount()) > most) {
              DataBufferUtils.release(buffer);
              sink.error(tooLarge(most));
            } else {
              sink.next(buffer);
            }
          });
    }
  }
}
