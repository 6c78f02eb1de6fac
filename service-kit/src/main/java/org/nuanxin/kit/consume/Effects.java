package org.nuanxin.kit.consume;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nuanxin.kit.mongo.DuplicateKeys;

/** Stores effects whose ids derive from their cause: what is there already wins. */
public final class Effects {

  private Effects() {}

  /**
   * Inserts all in one bulk write; where the id exists already, the stored document is loaded
   * instead, so that the caller sends the events that were frozen then, not what today's code would
   * compute.
   *
   * @param documents may hold the same id twice; both places get the same document
   * @return in the same order, each as it is stored
   * @throws MongoBulkWriteException for any other error than a duplicate id
   */
  public static <D> List<D> insertOrLoad(
      MongoCollection<D> collection, List<D> documents, Function<D, String> id) {
    if (documents.isEmpty()) {
      return List.of();
    }
    try {
      collection.insertMany(documents, new InsertManyOptions().ordered(false));
      return documents;
    } catch (MongoBulkWriteException e) {
      boolean onlyIds =
          e.getWriteConcernError() == null
              && e.getWriteErrors().stream()
                  .allMatch(error ->
                      DuplicateKeys.is(error) && DuplicateKeys.indexOf(error).equals("_id_"));
      if (!onlyIds) {
        throw e;
      }
      List<D> stored = new ArrayList<>(documents);
      Map<String, List<Integer>> places = new HashMap<>();
      e.getWriteErrors()
          .forEach(error ->
              places
                  .computeIfAbsent(
                      id.apply(documents.get(error.getIndex())), key -> new ArrayList<>())
                  .add(error.getIndex()));
      for (D document : collection.find(Filters.in("_id", places.keySet()))) {
        places.getOrDefault(id.apply(document), List.of()).forEach(i -> stored.set(i, document));
      }
      return stored;
    }
  }
}
