package org.nuanxin.kit.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a duplicate-key error says. MongoDB 6 leaves the details of a bulk write's error empty, so
 * the name of the violated index is read from the message.
 */
public final class DuplicateKeys {

  private static final int DUPLICATE_KEY = 11000;
  private static final Pattern INDEX = Pattern.compile(" index: (\\S+) dup key");

  private DuplicateKeys() {}

  /** Whether this error of a bulk write is a duplicate key. */
  public static boolean is(BulkWriteError error) {
    return error.getCode() == DUPLICATE_KEY;
  }

  /** Whether this failed single write is a duplicate key. */
  public static boolean is(MongoWriteException failure) {
    return failure.getError().getCode() == DUPLICATE_KEY;
  }

  /** Name of the violated index, {@code _id_} for the id; empty text where the message has none. */
  public static String indexOf(BulkWriteError error) {
    return indexOf(error.getMessage());
  }

  /** Name of the violated index, {@code _id_} for the id; empty text where the message has none. */
  public static String indexOf(MongoWriteException failure) {
    return indexOf(failure.getError().getMessage());
  }

  private static String indexOf(String message) {
    Matcher matcher = INDEX.matcher(message);
    return matcher.find() ? matcher.group(1) : "";
  }
}
