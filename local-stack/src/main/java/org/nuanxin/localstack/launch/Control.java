package org.nuanxin.localstack.launch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.supervise.Service;
import org.nuanxin.localstack.supervise.Supervisor;
import org.nuanxin.localstack.workspace.Json;
import org.nuanxin.localstack.workspace.LocalState;
import org.nuanxin.localstack.workspace.Workspace;

/** Speaks to the launcher of the stack that runs in a working tree. */
public final class Control {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(90);

  private final LocalState state;
  private final ControlServer.Door door;

  private Control(LocalState state, ControlServer.Door door) {
    this.state = state;
    this.door = door;
  }

  /** The stack that runs there now, empty where none does. */
  public static Optional<Control> of(Workspace workspace) {
    return LocalState.running(workspace)
        .flatMap(state ->
            Json.read(workspace.controlJson(), ControlServer.Door.class)
                .map(door -> new Control(state, door)));
  }

  /** What it does now. */
  public Status status() {
    return Json.read(call("GET", "/status", "", ANSWER_WITHIN), Status.class);
  }

  /** Brings a service to that many instances; returns when the new ones are ready. */
  public Status scale(Service service, int instances) {
    String wish = Json.write(new ControlServer.Wish(service.module(), instances));
    return Json.read(call("POST", "/scale", wish, Supervisor.UP_WITHIN), Status.class);
  }

  /** Stops the stack and returns when its launcher has ended. */
  public void stop() {
    Optional<ProcessHandle> launcher = ProcessHandle.of(state.launcher());
    call("POST", "/stop", "", ANSWER_WITHIN);
    try {
      if (launcher.isPresent()) {
        launcher.get().onExit().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (TimeoutException | ExecutionException e) {
      throw new CannotStart(
          CannotStart.Reason.FAILED, "The stack has not stopped yet; see its terminal.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String call(String method, String path, String body, Duration patience) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(door.url() + path).toURL().openConnection();
      connection.setRequestMethod(method);
      connection.setRequestProperty("Authorization", "Bearer " + door.secret());
      connection.setConnectTimeout(2_000);
      connection.setReadTimeout(Math.toIntExact(patience.toMillis()));
      if (method.equals("POST")) {
        connection.setDoOutput(true);
        connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      }
      int status = connection.getResponseCode();
      var stream = status < 400 ? connection.getInputStream() : connection.getErrorStream();
      String answer =
          stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      if (status >= 400) {
        throw new CannotStart(
            CannotStart.Reason.FAILED, answer.isBlank() ? "HTTP " + status : answer);
      }
      return answer;
    } catch (IOException e) {
      throw new CannotStart(
          CannotStart.Reason.RUNNING_STATE, "The stack's launcher does not answer.", e);
    }
  }
}
