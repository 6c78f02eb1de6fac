package org.nuanxin.localstack.backends;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** Whether containers can be had here. */
public final class Docker {

  private Docker() {}

  /** True when a Docker daemon answers; quick where none is installed. */
  public static boolean answers() {
    return Answer.YES;
  }

  private static boolean isThere() {
    String host = System.getenv("DOCKER_HOST");
    String home = System.getProperty("user.home", "");
    boolean socket =
        Stream.of("/var/run/docker.sock", home + "/.docker/run/docker.sock", runtimeSocket())
            .anyMatch(path -> Files.exists(Path.of(path)));
    return (socket || (host != null && !host.isBlank()))
        && DockerClientFactory.instance().isDockerAvailable();
  }

  private static String runtimeSocket() {
    String folder = System.getenv("XDG_RUNTIME_DIR");
    return (folder == null ? "/run/user/0" : folder) + "/docker.sock";
  }

  private static final class Answer {
    private static final boolean YES = isThere();
  }
}
