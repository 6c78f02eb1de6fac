package org.nuanxin.localstack.backends;

import com.mongodb.ServerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.process.Leashed;
import org.nuanxin.localstack.process.Ports;

/** A {@code mongod} of this machine, started by us and ended with us. */
public final class MongodProcess implements MongoServer {

  private static final int ALREADY_RUNNING = 100;
  private static final int PORT_IN_USE = 48;
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

  private final Leashed mongod;
  private final int port;
  private final String origin;
  private final Supplier<MongodProcess> again;

  private MongodProcess(Leashed mongod, int port, String origin, Supplier<MongodProcess> again) {
    this.mongod = mongod;
    this.port = port;
    this.origin = origin;
    this.again = again;
  }

  static MongodProcess start(
      Path executable, String origin, Path data, Path log, MongoCache cache) {
    return start(executable, origin, data, log, Ports.free(), cache);
  }

  /** Starts the program on a port; an earlier start's data is taken up, also after a crash. */
  static MongodProcess start(
      Path executable, String origin, Path data, Path log, int port, MongoCache cache) {
    try {
      Files.createDirectories(data);
      Path output = log.toAbsolutePath();
      Leashed mongod = Leashed.start(command(executable, data, output, port, cache), output);
      try {
        ReplicaSet.ensureWritable(
            new ServerAddress("127.0.0.1", port), "127.0.0.1:" + port, mongod::isAlive);
      } catch (CannotStart e) {
        Optional<CannotStart> exited = reasonOfExit(mongod, data, output, port);
        mongod.close();
        throw exited.orElse(e);
      }
      return new MongodProcess(
          mongod, port, origin, () -> start(executable, origin, data, log, port, cache));
    } catch (IOException e) {
      throw new CannotStart(
          CannotStart.Reason.DISK, "MongoDB cannot be started in " + data + ".", e);
    }
  }

  private static List<String> command(
      Path executable, Path data, Path log, int port, MongoCache cache) {
    return List.of(
        executable.toString(),
        "--dbpath",
        data.toAbsolutePath().toString(),
        "--port",
        String.valueOf(port),
        "--bind_ip",
        "127.0.0.1",
        "--replSet",
        ReplicaSet.NAME,
        "--wiredTigerCacheSizeGB",
        cache.gibibytes(),
        "--wiredTigerEngineConfigString",
        "log=(file_max=16MB,prealloc=false)" + cache.eviction(),
        "--oplogSize",
        "990",
        "--nounixsocket",
        "--quiet",
        "--logappend",
        "--logpath",
        log.toString(),
        "--setParameter",
        "diagnosticDataCollectionEnabled=false",
        // Nobody reads the past here, so old versions need not be kept for five minutes.
        "--setParameter",
        "minSnapshotHistoryWindowInSeconds=5");
  }

  private static Optional<CannotStart> reasonOfExit(Leashed mongod, Path data, Path log, int port) {
    if (mongod.isAlive()) {
      return Optional.empty();
    }
    int code = mongod.process().exitValue();
    return Optional.of(
        switch (code) {
          case ALREADY_RUNNING ->
              new CannotStart(
                  CannotStart.Reason.RUNNING_STATE,
                  "Another MongoDB already runs on " + data + ", or the folder cannot be written.");
          case PORT_IN_USE ->
              new CannotStart(
                  CannotStart.Reason.PORT_IN_USE, "Port " + port + " is in use; MongoDB needs it.");
          case 127 ->
              new CannotStart(
                  CannotStart.Reason.MISSING,
                  "mongod does not run on this system (a library it needs is missing, libcurl4 on a"
                      + " minimal Debian); see "
                      + log);
          default ->
              new CannotStart(
                  CannotStart.Reason.FAILED,
                  "MongoDB ended with exit code " + code + "; see " + log);
        });
  }

  @Override
  public String uri() {
    return "mongodb://127.0.0.1:" + port + "/?replicaSet=" + ReplicaSet.NAME;
  }

  @Override
  public String origin() {
    return origin;
  }

  /** The port clients use. */
  public int port() {
    return port;
  }

  /** Starts the server again on the same data and port, after it ended by itself. */
  public MongodProcess startAgain() {
    return again.get();
  }

  /** The process, which ends when the server ends by itself. */
  public Leashed process() {
    return mongod;
  }

  @Override
  public void close() {
    mongod.close(STOP_PATIENCE);
  }
}
