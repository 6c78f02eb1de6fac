package org.nuanxin.kit.consume;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import org.apache.kafka.common.errors.RetriableException;
import org.nuanxin.kit.event.PublishFailed;
import org.nuanxin.kit.mongo.DatabaseOutage;
import org.nuanxin.kit.web.Unavailable;

/**
 * Tells an outage of MongoDB or Kafka, which stops every record alike and is waited for, from a
 * fault of single records.
 */
final class Outage {

  private Outage() {}

  static boolean is(RuntimeException failure) {
    return switch (failure) {
      case PublishFailed p -> true;
      case RetriableException r -> true;
      case Unavailable u -> true;
      case MongoBulkWriteException b -> b.getWriteErrors().isEmpty();
      case MongoException m -> DatabaseOutage.is(m);
      default -> false;
    };
  }

  /**
   * Whether a record that failed like this is worth trying again by itself: the database's errors
   * of single records are, since an upsert that lost a race is one of them.
   */
  static boolean mayPass(RuntimeException failure) {
    return failure instanceof RetryLater || failure instanceof MongoException || is(failure);
  }
}
