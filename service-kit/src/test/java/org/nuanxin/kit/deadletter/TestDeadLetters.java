package org.nuanxin.kit.deadletter;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;

/** A store of dead letters for tests of other packages. */
public final class TestDeadLetters {

  private TestDeadLetters() {}

  /** In this database, with its indexes. */
  public static DeadLetters in(MongoDatabase database, Clock clock) {
    DeadLetters.createIndexes(database);
    return new DeadLetters(database, "kit", clock);
  }
}
