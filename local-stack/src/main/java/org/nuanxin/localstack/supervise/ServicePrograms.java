package org.nuanxin.localstack.supervise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the command line of a service's instance.
 *
 * @param java the JDK
 * @param jit which compilers it uses
 * @param environment what every service is told
 * @param logs folder of the log files
 */
public record ServicePrograms(JavaRuntime java, Jit jit, Environment environment, Path logs)
    implements Supervisor.InstanceFactory {

  @Override
  public Program program(ServiceImage image, String name, Address address) {
    List<String> command = new ArrayList<>();
    command.add(java.java().toString());
    command.addAll(JavaRuntime.flags(image.service(), jit));
    if (image.hasAotCache()) {
      command.add("-XX:AOTCache=" + image.aotCache());
    }
    command.addAll(List.of("-jar", image.jar().toString()));
    return new Program(
        name,
        command,
        environment.of(image.service(), name, address),
        logs.resolve(name + ".log").toAbsolutePath(),
        address.readinessUrl(),
        address.url());
  }
}
