package org.nuanxin.benefits.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.nuanxin.kit.testing.TestFolder;
import org.nuanxin.localstack.sandbox.Sandbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The providers with their own books: the independent ledger. */
public final class TestSandbox implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Sandbox sandbox;

  private TestSandbox(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Starts with empty books. */
  public static TestSandbox start() {
    try {
      return new TestSandbox(Sandbox.start(TestFolder.fresh("benefits-sandbox"), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The base URL. */
  public String url() {
    return sandbox.url();
  }

  /** Switches faults on, as JSON. */
  public void faults(String provider, String faults) {
    send(
        HttpRequest.newBuilder(URI.create(url() + "/faults/" + provider))
            .PUT(HttpRequest.BodyPublishers.ofString(faults)));
  }

  /** Switches all faults of a provider off. */
  public void heal(String provider) {
    send(HttpRequest.newBuilder(URI.create(url() + "/faults/" + provider)).DELETE());
  }

  /** A provider's totals. */
  public JsonNode ledger(String provider) {
    return send(HttpRequest.newBuilder(URI.create(url() + "/ledger")).GET()).get(provider);
  }

  /** What the insurer has booked for a member. */
  public List<JsonNode> policies(String member) {
    return items("/insurer/policies?memberId=" + member);
  }

  /** What the clinic has booked for a member. */
  public List<JsonNode> entitlements(String member) {
    return items("/clinic/entitlements?memberId=" + member);
  }

  private List<JsonNode> items(String path) {
    List<JsonNode> items = new ArrayList<>();
    send(HttpRequest.newBuilder(URI.create(url() + path)).GET()).get("items").forEach(items::add);
    return items;
  }

  private static JsonNode send(HttpRequest.Builder request) {
    try {
      return JSON.readTree(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      sandbox.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
