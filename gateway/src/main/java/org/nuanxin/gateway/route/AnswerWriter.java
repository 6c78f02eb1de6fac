package org.nuanxin.gateway.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR;

import io.netty.buffer.ByteBuf;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.netty.Connection;
import reactor.netty.NettyInbound;

/**
 * Writes a service's answer to the caller. In the place of Spring Cloud Gateway's own filter,
 * because a stream's header is sent at once and not with its first event, and a small answer goes
 * out in one piece instead of three.
 */
final class AnswerWriter implements GlobalFilter, Ordered {

  private static final long SMALL = 64 * 1024;

  private final ForeignErrors foreignErrors;

  AnswerWriter(ForeignErrors foreignErrors) {
    this.foreignErrors = foreignErrors;
  }

  @Override
  public int getOrder() {
    return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    return chain
        .filter(exchange)
        .then(Mono.defer(() -> write(exchange)))
        .doFinally(signal -> {
          if (signal != SignalType.ON_COMPLETE) {
            hangUp(exchange);
          }
        });
  }

  private Mono<Void> write(ServerWebExchange exchange) {
    Connection service = exchange.getAttribute(CLIENT_RESPONSE_CONN_ATTR);
    if (service == null) {
      return Mono.empty();
    }
    ServerHttpResponse response = exchange.getResponse();
    if (ForeignErrors.isOne(response)) {
      return foreignErrors.replace(exchange, service);
    }
    NettyInbound body = service.inbound();
    NettyDataBufferFactory buffers = (NettyDataBufferFactory) response.bufferFactory();
    if (isEventStream(response)) {
      Flux<Flux<DataBuffer>> events =
          body.receive().retain().map(event -> Flux.just(buffers.wrap(event)));
      return response.writeAndFlushWith(events.startWith(Flux.just(buffers.wrap(new byte[0]))));
    }
    long length = response.getHeaders().getContentLength();
    if (length >= 0 && length <= SMALL) {
      return response.writeWith(body.receive().aggregate().retain().map(buffers::wrap));
    }
    return response.writeWith(body.receive().retain().map((ByteBuf part) -> buffers.wrap(part)));
  }

  private static boolean isEventStream(ServerHttpResponse response) {
    String type = response.getHeaders().getFirst("Content-Type");
    return type != null && type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
  }

  private static void hangUp(ServerWebExchange exchange) {
    Connection service = exchange.getAttribute(CLIENT_RESPONSE_CONN_ATTR);
    if (service != null) {
      service.dispose();
    }
  }
}
