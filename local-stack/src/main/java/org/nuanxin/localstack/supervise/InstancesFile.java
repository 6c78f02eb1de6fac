package org.nuanxin.localstack.supervise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nuanxin.localstack.workspace.Json;
import org.nuanxin.localstack.workspace.PrivateFile;

/**
 * The file from which the gateway learns where the instances are: module name to base URLs. It is
 * replaced as a whole, so that a reader never sees half of it.
 *
 * @param file where
 */
public record InstancesFile(Path file) {

  /** Says which instances take requests now. */
  public void write(List<Supervisor.Instance> instances) {
    Map<String, List<String>> urls = new LinkedHashMap<>();
    for (Supervisor.Instance instance : instances) {
      if (instance.service() != Service.GATEWAY) {
        List<String> listed =
            urls.computeIfAbsent(instance.service().module(), module -> new ArrayList<>());
        if (instance.takesRequests()) {
          listed.add(instance.address().url());
        }
      }
    }
    PrivateFile.replace(file, Json.write(urls));
  }
}
