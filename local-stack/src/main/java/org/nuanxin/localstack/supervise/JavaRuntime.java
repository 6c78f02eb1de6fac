package org.nuanxin.localstack.supervise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The JDK that runs the services, which is the one that runs the launcher.
 *
 * @param java its {@code java} program
 * @param version its exact build and the flags every JVM has, to which start-up caches are bound
 */
public record JavaRuntime(Path java, String version) {

  /** The JDK of this process. */
  public static JavaRuntime current() {
    return new JavaRuntime(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        System.getProperty("java.vm.version")
            + " "
            + System.getProperty("os.arch")
            + " "
            + String.join(" ", commonFlags()));
  }

  /**
   * Flags every JVM of a stack has: what a start-up cache is recorded with, it must be run with.
   */
  static List<String> commonFlags() {
    return List.of(
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        // A cache that was made for other jars or compilers is passed over; no news to a person.
        "-Xlog:disable",
        "-Xlog:all=error,aot*=off,cds*=off:stderr",
        "--enable-native-access=ALL-UNNAMED",
        "-Dfile.encoding=UTF-8");
  }

  /** Flags of a service that runs. */
  static List<String> flags(Service service, Jit jit) {
    List<String> flags = new ArrayList<>(commonFlags());
    flags.add("-Xmx" + service.heapMebibytes(jit) + "m");
    flags.add("-Xss512k");
    flags.add("-XX:+ExitOnOutOfMemoryError");
    switch (jit) {
      case C1 -> {
        flags.add("-XX:TieredStopAtLevel=1");
        // Compiled code costs C1 little, and a laptop's services run interpreted for most of their
        // short lives otherwise: a tenth less processor time for the first 500 sign-ups.
        flags.add("-XX:CompileThresholdScaling=0.3");
        flags.add("-XX:ReservedCodeCacheSize=48m");
        flags.add("-XX:-BackgroundCompilation");
      }
      case FULL -> {
        flags.add("-XX:ReservedCodeCacheSize=128m");
        // C2 compiles what is hot within the first minutes of load instead of all through it.
        flags.add("-XX:CompileThresholdScaling=0.25");
        flags.add("-XX:+UseTransparentHugePages");
        flags.add("-Xms" + service.heapMebibytes(jit) + "m");
        // What a request leaves behind is dead by the next collection; the fewer there are, the
        // less
        // is copied of what is still under way.
        flags.add("-XX:NewRatio=1");
      }
    }
    return flags;
  }
}
