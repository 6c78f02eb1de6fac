package org.nuanxin.kit.deadletter;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;

/** A store of dead letters for tests of other packages. */
public final class TestDeadLetters {

  private TestDeadLetters() {}

  /** In this database, with its indexes. */
  public static DeadLetters in(MongoDatabase database, Clock clock) {
    return in(database, clock, new SimpleMeterRegistry());
  }

  /** The same, counted here. */
  public static DeadLetters in(MongoDatabase database, Clock clock, MeterRegistry meters) {
    DeadLetters.createIndexes(database);
    return new DeadLetters(database, "kit", clock, meters);
  }
}
