package org.nuanxin.localstack.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nuanxin.localstack.sandbox.http.Answer;
import org.nuanxin.localstack.sandbox.http.LeanHttpServer;
import org.nuanxin.localstack.sandbox.http.Request;

/**
 * The providers of the welcome package over real HTTP: insurer, clinic and SMS centre, each with
 * books of its own that outlive the process, and faults that can be switched on. No service of
 * Nuanxin reads these books; tests and the demo compare with them.
 */
public final class Sandbox implements Closeable {

  private static final String FAULTS = "/faults/";

  private final Map<String, Provider> providers = new LinkedHashMap<>();
  private final LeanHttpServer server;

  private Sandbox(Path data, InetAddress address, int port, Clock clock) throws IOException {
    providers.put(
        "insurer",
        new BookingProvider(
            "/insurer/policies",
            new BookingBook(data.resolve("insurer.journal"), "pol", "policyNumber", clock)));
    providers.put(
        "clinic",
        new BookingProvider(
            "/clinic/entitlements",
            new BookingBook(data.resolve("clinic.journal"), "ent", "entitlementNumber", clock)));
    providers.put("sms", new SmsProvider(new SmsBook(data.resolve("sms.journal"), clock)));
    server = LeanHttpServer.start(address, port, this::answer);
  }

  /**
   * Starts the providers on the loopback address.
   *
   * @param data the folder of their books; made where there is none
   * @param port 0 for any free one
   * @throws IOException when a book cannot be opened or the port cannot be had
   */
  public static Sandbox start(Path data, int port) throws IOException {
    return start(data, InetAddress.getLoopbackAddress(), port);
  }

  /**
   * Starts the providers.
   *
   * @param data the folder of their books; made where there is none
   * @param address where to listen
   * @param port 0 for any free one
   * @throws IOException when a book cannot be opened or the port cannot be had
   */
  public static Sandbox start(Path data, InetAddress address, int port) throws IOException {
    return new Sandbox(data, address, port, Clock.systemUTC());
  }

  /** The base URL on this machine, without a slash at its end. */
  public String url() {
    return "http://127.0.0.1:" + server.port();
  }

  private Answer answer(Request request) throws InterruptedException {
    String path = request.path();
    if (path.equals("/ledger")) {
      return ledger();
    }
    if (path.equals("/health")) {
      return Answer.json(200, "{\"status\":\"UP\"}");
    }
    if (path.startsWith(FAULTS)) {
      return faults(request);
    }
    int slash = path.indexOf('/', 1);
    Provider provider = providers.get(slash < 0 ? path.substring(1) : path.substring(1, slash));
    return provider == null ? Answer.problem(404, "no such path") : provider.answer(request);
  }

  private Answer ledger() {
    Map<String, Totals> totals = new LinkedHashMap<>();
    providers.forEach((name, provider) -> totals.put(name, provider.totals()));
    return new Answer.Json(200, Json.write(totals));
  }

  private Answer faults(Request request) {
    Provider provider = providers.get(request.path().substring(FAULTS.length()));
    if (provider == null) {
      return Answer.problem(404, "no such provider");
    }
    return switch (request.method()) {
      case "GET" -> new Answer.Json(200, Json.write(provider.line().faults()));
      case "PUT" -> {
        Optional<Faults> wanted =
            Json.read(request.body(), Faults.Wanted.class)
                .map(Faults.Wanted::faults)
                .filter(Faults::possible);
        wanted.ifPresent(provider.line()::set);
        yield wanted
            .<Answer>map(faults -> new Answer.Json(200, Json.write(faults)))
            .orElseGet(() -> Answer.problem(400, "no such faults"));
      }
      case "DELETE" -> {
        provider.line().set(Faults.NONE);
        yield new Answer.Json(200, Json.write(Faults.NONE));
      }
      default -> Answer.problem(405, "GET, PUT or DELETE");
    };
  }

  /** Stops answering; the books stay on disk. */
  @Override
  public void close() throws IOException {
    server.close();
    for (Provider provider : providers.values()) {
      provider.close();
    }
  }
}
