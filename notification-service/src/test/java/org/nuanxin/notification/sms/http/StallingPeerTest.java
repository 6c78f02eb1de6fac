package org.nuanxin.notification.sms.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nuanxin.kit.http.RecentCalls;
import org.nuanxin.kit.http.WholeAnswer;
import org.nuanxin.notification.sms.ContactsUnavailable;
import org.nuanxin.notification.sms.SmsProvider.Outcome;
import org.nuanxin.notification.sms.SmsProvider.Text;
import tools.jackson.databind.json.JsonMapper;

/** A peer that promises a body in its headers and never sends it. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StallingPeerTest {

  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Queue<Socket> callers = new ConcurrentLinkedQueue<>();
  private ServerSocket peer;
  private URI url;

  @BeforeEach
  void listen() throws IOException {
    peer = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    url = URI.create("http://127.0.0.1:" + peer.getLocalPort());
    Thread.ofVirtual().start(this::stall);
  }

  private void stall() {
    try {
      while (true) {
        Socket caller = peer.accept();
        // Kept, for a socket that nobody holds is closed.
        callers.add(caller);
        caller
            .getOutputStream()
            .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{".getBytes(US_ASCII));
      }
    } catch (IOException closed) {
      // The test is over.
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void close() throws IOException {
    peer.close();
    for (Socket caller : callers) {
      caller.close();
    }
    client.shutdownNow();
  }

  @Test
  void endsACallWhoseBodyDoesNotCome() {
    HttpRequest request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();

    assertThatThrownBy(() -> WholeAnswer.of(client, request, BodyHandlers.ofString()))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void leavesAnSmsUnsure() {
    Retry once = Retry.of("sms", RetryConfig.custom().maxAttempts(1).build());
    HttpSmsProvider provider =
        new HttpSmsProvider(
            new SmsCalls(client, url, PATIENCE, new RecentCalls("sms", PATIENCE), JSON),
            once,
            CircuitBreaker.ofDefaults("sms"));
    Text text = new Text("key", "+8613800138000", "KIND", "text", Map.of());

    assertThat(provider.deliver(text, false)).isEqualTo(Outcome.UNSURE);
    assertThat(provider.deliver(List.of(text, text)))
        .containsExactly(Outcome.UNSURE, Outcome.UNSURE);
  }

  @Test
  void letsSmsWaitForATokenThatDoesNotCome() {
    assertThatThrownBy(() -> token().get()).isInstanceOf(ContactsUnavailable.class);
  }

  @Test
  void letsSmsWaitForPhonesThatDoNotCome() {
    HttpContacts contacts =
        new HttpContacts(client, url, token(), CircuitBreaker.ofDefaults("contacts"), JSON);

    assertThatThrownBy(() -> contacts.phonesOf(Set.of("m-1")))
        .isInstanceOf(ContactsUnavailable.class);
  }

  private ServiceToken token() {
    return new ServiceToken(client, url, "id", "secret", JSON, Clock.systemUTC());
  }
}
