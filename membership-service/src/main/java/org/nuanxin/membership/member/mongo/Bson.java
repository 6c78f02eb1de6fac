package org.nuanxin.membership.member.mongo;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Short words for writing and reading BSON by hand: no reflection on the hot path. */
final class Bson {

  private Bson() {}

  static BsonString text(String value) {
    return new BsonString(value);
  }

  static BsonInt32 number(int value) {
    return new BsonInt32(value);
  }

  static BsonDateTime time(Instant value) {
    return new BsonDateTime(value.toEpochMilli());
  }

  static BsonArray texts(List<String> values) {
    return array(values, Bson::text);
  }

  static <T> BsonArray array(List<T> values, Function<T, ? extends BsonValue> each) {
    BsonArray array = new BsonArray(values.size());
    values.forEach(value -> array.add(each.apply(value)));
    return array;
  }

  static void put(BsonDocument document, String field, @Nullable String value) {
    if (value != null) {
      document.put(field, text(value));
    }
  }

  static void put(BsonDocument document, String field, @Nullable Instant value) {
    if (value != null) {
      document.put(field, time(value));
    }
  }

  static String text(BsonDocument document, String field) {
    return document.getString(field).getValue();
  }

  static @Nullable String textOrNull(BsonDocument document, String field) {
    return document.containsKey(field) ? text(document, field) : null;
  }

  static int number(BsonDocument document, String field) {
    return document.getNumber(field).intValue();
  }

  static Instant time(BsonDocument document, String field) {
    return Instant.ofEpochMilli(document.getDateTime(field).getValue());
  }

  static @Nullable Instant timeOrNull(BsonDocument document, String field) {
    return document.containsKey(field) ? time(document, field) : null;
  }

  static List<String> texts(BsonDocument document, String field) {
    return list(document, field, value -> value.asString().getValue());
  }

  static <T> List<T> documents(
      BsonDocument document, String field, Function<BsonDocument, T> each) {
    return list(document, field, value -> each.apply(value.asDocument()));
  }

  private static <T> List<T> list(
      BsonDocument document, String field, Function<BsonValue, T> each) {
    BsonValue values = document.get(field);
    return values == null
        ? List.of()
        : values.asArray().stream()
            .map(value -> Objects.requireNonNull(each.apply(value)))
            .toList();
  }
}
