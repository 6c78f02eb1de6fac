package org.nuanxin.localstack.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the committed sample anew: {@code roster.csv} for the demo and {@code stations.json} for
 * the demo and stations-service. The same bytes every time.
 */
public final class SampleGenerator {

  private SampleGenerator() {}

  /**
   * Writes the files.
   *
   * @param args the root of the source tree; the working folder where it is left out
   * @throws IOException when a file cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args.length == 0 ? "." : args[0]);
    String stations = stations();
    write(root.resolve("local-stack/src/main/resources/sample/roster.csv"), Roster.generate());
    write(root.resolve("local-stack/src/main/resources/sample/stations.json"), stations);
    write(root.resolve("stations-service/src/main/resources/sample/stations.json"), stations);
  }

  /** The stations, one per line, under a head that says what they are. */
  static String stations() {
    JsonMapper json = new JsonMapper();
    List<Station> stations = StationPlan.generate();
    return stations.stream()
        .map(json::writeValueAsString)
        .collect(
            Collectors.joining(
                ",\n",
                """
                {
                "synthetic": true,
                "note": "合成数据：除各类站点的数量外，均非真实站点。Synthetic: only the number of each kind is real.",
                "crs": "WGS-84",
                "stations": [
                """,
                "\n]\n}\n"));
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
