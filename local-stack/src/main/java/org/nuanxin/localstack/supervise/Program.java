package org.nuanxin.localstack.supervise;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is started, and started again.
 *
 * @param name on the screen
 * @param command the command line
 * @param variables its environment beside what it inherits
 * @param log the file for its output
 * @param readinessUrl answers 200 when it is ready for work
 * @param url where it is used, for the screen
 */
public record Program(
    String name,
    List<String> command,
    Map<String, String> variables,
    Path log,
    String readinessUrl,
    String url) {

  ServiceProcess start() throws IOException {
    return ServiceProcess.start(command, variables, log);
  }
}
