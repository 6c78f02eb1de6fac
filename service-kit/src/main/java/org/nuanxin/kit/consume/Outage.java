package org.nuanxin.kit.consume;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import org.apache.kafka.common.errors.RetriableException;
import org.nuanxin.kit.event.PublishFailed;
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
      case MongoWriteException w -> false;
      case MongoException m -> true;
      default -> false;
    };
  }
}
