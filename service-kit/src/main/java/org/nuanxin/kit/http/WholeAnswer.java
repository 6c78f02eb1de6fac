package org.nuanxin.kit.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call that is over in time whatever the other side does. The client's own time-out stops at the
 * headers; a body that never comes would hold the caller for ever.
 */
public final class WholeAnswer {

  private WholeAnswer() {}

  /**
   * Sends a request and waits for the answer with its body, together as long as the request's
   * time-out says.
   *
   * @param request with a time-out
   * @throws HttpTimeoutException when it is not whole by then; the call is given up
   * @throws IOException when there is no answer
   * @throws InterruptedException when interrupted; the call is given up
   */
  public static <T> HttpResponse<T> of(HttpClient client, HttpRequest request, BodyHandler<T> body)
      throws IOException, InterruptedException {
    Duration patience = request.timeout().orElseThrow();
    CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, body);
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("No whole answer within " + patience);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException("The call failed", e.getCause());
    } finally {
      // Only one that is still under way is affected.
      answer.cancel(true);
    }
  }
}
