package org.nuanxin.localstack.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/** The sample roster: 2,000 synthetic workers in a CSV file without quotes. */
public final class Roster {

  private static final String HEADER =
      "synthetic,name,idNumber,phone,occupation,platforms,employer,communityCode,language";
  private static final int COLUMNS = 9;

  private Roster() {}

  /** The committed roster, in its order. */
  public static List<Worker> load() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    Roster.class.getResourceAsStream("/sample/roster.csv"), "sample/roster.csv"),
                StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(Roster::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Worker read(String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalStateException("A row of the roster has " + cells.length + " cells");
    }
    return new Worker(
        cells[1],
        cells[2],
        cells[3],
        cells[4],
        cells[5].isEmpty() ? List.of() : List.of(cells[5].split("\\|")),
        cells[6].isEmpty() ? null : cells[6],
        cells[7],
        cells[8]);
  }

  /** The roster as the generator makes it. */
  static String generate() {
    People people = new People();
    StringBuilder csv = new StringBuilder(HEADER).append('\n');
    LongStream.range(0, People.ROSTER)
        .mapToObj(people::worker)
        .forEach(worker -> csv.append(row(worker)).append('\n'));
    return csv.toString();
  }

  private static String row(Worker worker) {
    String employer = worker.employer();
    return String.join(
        ",",
        "yes",
        worker.name(),
        worker.idNumber(),
        worker.phone(),
        worker.occupation(),
        String.join("|", worker.platforms()),
        employer == null ? "" : employer,
        worker.communityCode(),
        worker.language());
  }
}
