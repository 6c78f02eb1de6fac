package org.nuanxin.kit.deadletter;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** A store of dead letters for tests of other packages, by what is done with them. */
public record TestDeadLetters(DeadLetters letters, SetAside setAside, RedriveClaims claims) {

  /** In this database, with its indexes, counted here. */
  public static TestDeadLetters in(MongoDatabase database, Clock clock, MeterRegistry meters) {
    LetterCollection.createIndexes(database);
    return new TestDeadLetters(
        new DeadLetters(database),
        new SetAside(database, "kit", clock, meters),
        new RedriveClaims(database, clock));
  }
}
