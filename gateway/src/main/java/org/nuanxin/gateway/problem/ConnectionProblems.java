package org.nuanxin.gateway.problem;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a body to the errors that Netty answers before a call exists for Spring: unreadable request
 * lines and headers, a header or URL past its bound. They are told by being errors without a body.
 */
@Sharable
public final class ConnectionProblems extends ChannelOutboundHandlerAdapter {

  private final JsonMapper mapper;

  /** Writes with this mapper. */
  public ConnectionProblems(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    super.write(
        context,
        message instanceof FullHttpResponse response && isBareError(response)
            ? withBody(response)
            : message,
        promise);
  }

  private static boolean isBareError(FullHttpResponse response) {
    return response.status().code() >= 400
        && !response.content().isReadable()
        && !response.headers().contains(HttpHeaderNames.CONTENT_TYPE);
  }

  private FullHttpResponse withBody(FullHttpResponse bare) {
    byte[] body = mapper.writeValueAsBytes(words(bare.status().code()));
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            bare.protocolVersion(),
            bare.status(),
            Unpooled.wrappedBuffer(body),
            bare.headers(),
            bare.trailingHeaders());
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set("X-Content-Type-Options", "nosniff");
    bare.release();
    return response;
  }

  private static Object words(int code) {
    HttpStatus known = HttpStatus.resolve(code);
    HttpStatus status = known == null ? HttpStatus.BAD_REQUEST : known;
    return switch (code) {
      case 403 -> ProblemBody.of(status, "forbidden", "This origin may not call here.", null, null);
      case 413, 414, 431 ->
          ProblemBody.of(
              status, "too-large", "The URL or a header field is too large.", null, null);
      default ->
          status.is5xxServerError()
              ? ProblemBody.of(status, "internal", "Something went wrong on our side.", null, null)
              : ProblemBody.of(
                  status, "bad-request", "The request cannot be read as HTTP.", null, null);
    };
  }
}
