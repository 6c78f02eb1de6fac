package org.nuanxin.kit.mongo;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;

/** Tells a database that is away, or whose answer got lost, from a mistake of ours. */
public final class DatabaseOutage {

  private DatabaseOutage() {}

  /** Whether it is an outage: it concerns every call alike, and trying again helps. */
  public static boolean is(MongoException failure) {
    return switch (failure) {
      case MongoTimeoutException e -> true;
      case MongoSocketException e -> true;
      case MongoNotPrimaryException e -> true;
      case MongoNodeIsRecoveringException e -> true;
      case MongoWriteConcernException e -> true;
      case MongoConnectionPoolClearedException e -> true;
      case MongoInterruptedException e -> true;
      default ->
          failure.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
              || failure.hasErrorLabel("RetryableWriteError");
    };
  }
}
