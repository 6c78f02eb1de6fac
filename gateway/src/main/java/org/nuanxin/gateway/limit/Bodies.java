package org.nuanxin.gateway.limit;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.nuanxin.gateway.problem.ProblemException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;

/**
 * Lets a call go on only when its body is here, whole and not too large: nobody can hold a place of
 * a service with a body that does not come.
 */
public final class Bodies {

  private final int most;
  private final Duration patience;
  private final BodyPlaces places;

  Bodies(int most, Duration patience, BodyPlaces places) {
    this.most = most;
    this.patience = patience;
    this.places = places;
  }

  /**
   * Looks at what a body says of itself.
   *
   * @throws ProblemException 413 when it is too large
   */
  public void check(HttpHeaders headers) {
    if (!isChunked(headers) && headers.getContentLength() > most) {
      throw tooLarge(most);
    }
  }

  /**
   * Waits for the body, and goes on with it; at once where there is none.
   *
   * @return an error with a 408 problem when it takes too long, 413 when it is too large, 429 when
   *     its client has too many unfinished, 503 when all clients together have
   */
  public Mono<Void> await(
      ServerWebExchange exchange, Client client, Function<ServerWebExchange, Mono<Void>> onward) {
    ServerHttpRequest request = exchange.getRequest();
    HttpHeaders headers = request.getHeaders();
    if (!isChunked(headers) && headers.getContentLength() <= 0) {
      return onward.apply(exchange);
    }
    IncomingBody body = new IncomingBody(loop(request), client, places, patience, most);
    NettyDataBufferFactory buffers =
        (NettyDataBufferFactory) exchange.getResponse().bufferFactory();
    ServerWebExchange whole = exchange.mutate().request(new Whole(request, body, buffers)).build();
    return body.arriving(request.getBody())
        .then(Mono.defer(() -> onward.apply(whole)))
        .doFinally(signal -> body.release());
  }

  static ProblemException tooLarge(int most) {
    return new ProblemException(
        HttpStatus.CONTENT_TOO_LARGE,
        "too-large",
        "The body is larger than the " + most + " bytes taken here.");
  }

  static ProblemException tooSlow() {
    return ProblemException.with(
        HttpStatus.REQUEST_TIMEOUT,
        "request-timeout",
        "The body of the request did not arrive in time.",
        Map.of(HttpHeaders.CONNECTION, "close"));
  }

  static ProblemException brokenOff() {
    return ProblemException.with(
        HttpStatus.BAD_REQUEST,
        "bad-request",
        "The body of the request broke off.",
        Map.of(HttpHeaders.CONNECTION, "close"));
  }

  private static boolean isChunked(HttpHeaders headers) {
    return headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
  }

  /** That of the connection, in which everything about its body happens. */
  private static EventLoop loop(ServerHttpRequest request) {
    DisposableChannel call = ServerHttpRequestDecorator.getNativeRequest(request);
    return call.channel().eventLoop();
  }

  private static final class Whole extends ServerHttpRequestDecorator {

    private final IncomingBody body;
    private final NettyDataBufferFactory buffers;

    Whole(ServerHttpRequest request, IncomingBody body, NettyDataBufferFactory buffers) {
      super(request);
      this.body = body;
      this.buffers = buffers;
    }

    @Override
    public Flux<DataBuffer> getBody() {
      return body.whole().map(buffers::wrap);
    }
  }
}
