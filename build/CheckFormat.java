import com.google.googlejavaformat.java.Main;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks (or with {@code --replace} mends) the format of every Java file of the tree in one
 * process. Run by the root's build: a formatter started once for each module costs a second each.
 */
class CheckFormat {

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]);
    boolean replace = args.length > 1 && args[1].equals("--replace");
    List<String> arguments =
        new ArrayList<>(
            replace ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(
              file -> !root.relativize(file).toString().matches("(.*/)?(target|node_modules)/.*"))
          .sorted()
          .map(Path::toString)
          .forEach(arguments::add);
    }
    int result =
        new Main(new PrintWriter(System.out, true), new PrintWriter(System.err, true), System.in)
            .format(arguments.toArray(String[]::new));
    if (result != 0) {
      System.err.println(
          "The files above are not in google-java-format. Mend them: mvn -N exec:exec@format"
              + " -Dformat=--replace");
    }
    System.exit(result);
  }
}
