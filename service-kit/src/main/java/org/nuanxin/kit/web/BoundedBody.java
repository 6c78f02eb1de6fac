package org.nuanxin.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a request's body whole before anyone else does: at most so many bytes, however it is sent
 * (413), in the server's time (408), and proper UTF-8 (400). Forms are bounded by the server and by
 * their readers; uploads in parts are not taken (415).
 */
final class BoundedBody extends OncePerRequestFilter {

  /** Request attribute with the body's bytes. */
  static final String BYTES = BoundedBody.class.getName() + ".bytes";

  private final ProblemWriter problems;
  private final int maxBytes;

  BoundedBody(ProblemWriter problems, int maxBytes) {
    this.problems = problems;
    this.maxBytes = maxBytes;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!hasBody(request)) {
      chain.doFilter(request, response);
      return;
    }
    MediaType type;
    try {
      type = mediaType(request.getContentType());
    } catch (InvalidMediaTypeException e) {
      refuse(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Type cannot be read.");
      return;
    }
    if (type != null && "multipart".equals(type.getType())) {
      refuse(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Nothing is taken in parts.");
      return;
    }
    if (type != null && MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type)) {
      chain.doFilter(request, response);
      return;
    }
    if (request.getContentLengthLong() > maxBytes) {
      refuseAsTooLarge(request, response);
      return;
    }
    if (type != null && type.getCharset() != null && !isUnicode(type.getCharset())) {
      refuse(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be UTF-8.");
      return;
    }
    byte[] body;
    try {
      body = request.getInputStream().readNBytes(maxBytes + 1);
    } catch (IOException e) {
      // It stopped coming (408) or cannot be told apart (400). The server has noted which, takes no
      // other answer, and has ours written by the error path.
      return;
    }
    if (body.length > maxBytes) {
      refuseAsTooLarge(request, response);
      return;
    }
    if (!isUtf8(body)) {
      problems.write(
          request,
          response,
          new ProblemException(
              HttpStatus.BAD_REQUEST, "malformed-text", "The body is not proper UTF-8."));
      return;
    }
    request.setAttribute(BYTES, body);
    chain.doFilter(new BufferedRequest(request, body), response);
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  private static @Nullable MediaType mediaType(@Nullable String contentType) {
    return contentType == null ? null : MediaType.parseMediaType(contentType);
  }

  private static boolean isUnicode(Charset charset) {
    return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
  }

  private static boolean isUtf8(byte[] body) {
    try {
      // A new decoder reports what is malformed instead of replacing it.
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private void refuseAsTooLarge(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    problems.write(
        request,
        response,
        new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "The body may have at most " + maxBytes + " bytes.")
            .header("Connection", "close"));
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    problems.write(
        request, response, new ProblemException(status, "unsupported-media-type", detail));
  }
}
