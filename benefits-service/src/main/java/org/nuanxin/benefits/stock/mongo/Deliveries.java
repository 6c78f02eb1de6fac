package org.nuanxin.benefits.stock.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static org.nuanxin.benefits.stock.mongo.StockFields.*;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.nuanxin.benefits.stock.Stock;
import org.nuanxin.benefits.stock.StockKind;
import org.nuanxin.kit.mongo.DuplicateKeys;

/**
 * Puts what is delivered into blocks. A block's id derives from the delivery, so a delivery told
 * twice is stored once.
 */
final class Deliveries {

  /**
   * Units of a block: enough that a batch of claims needs one round trip, few enough that a block
   * is a small document. Measured: blocks of 200 cost the server no less for small batches and half
   * as much again for large ones.
   */
  static final int BLOCK = Stock.ATOMIC;

  private final MongoCollection<Document> blocks;

  Deliveries(MongoCollection<Document> blocks) {
    this.blocks = blocks;
  }

  void packs(String federation, String delivery, int count) {
    List<Document> documents = new ArrayList<>();
    for (int from = 0; from < count; from += BLOCK) {
      documents.add(
          block(
              federation,
              StockKind.GIFT_PACK,
              delivery,
              from / BLOCK,
              Math.min(BLOCK, count - from)));
    }
    insert(documents, List.of());
  }

  void codes(String federation, String delivery, List<String> codes) {
    List<Document> documents = new ArrayList<>();
    for (int from = 0; from < codes.size(); from += BLOCK) {
      List<String> units = codes.subList(from, Math.min(from + BLOCK, codes.size()));
      documents.add(
          block(federation, StockKind.FILM_TICKET, delivery, from / BLOCK, units.size())
              .append(UNITS, units));
    }
    insert(documents, codes);
  }

  private void insert(List<Document> documents, List<String> codes) {
    Set<String> there = new HashSet<>();
    blocks
        .find(in(ID, documents.stream().map(block -> block.getString(ID)).toList()))
        .projection(Projections.include(ID))
        .forEach(block -> there.add(block.getString(ID)));
    List<Document> missing =
        documents.stream().filter(block -> !there.contains(block.getString(ID))).toList();
    if (missing.isEmpty()) {
      return;
    }
    try {
      blocks.insertMany(missing, new InsertManyOptions().ordered(true));
    } catch (MongoBulkWriteException e) {
      if (e.getWriteConcernError() != null
          || !e.getWriteErrors().stream().allMatch(DuplicateKeys::is)) {
        throw e;
      }
      Document refused = missing.get(e.getWriteErrors().getFirst().getIndex());
      if (blocks.countDocuments(eq(ID, refused.getString(ID))) == 0) {
        throw known(refused, codes);
      }
      // Another instance is bringing in the same delivery.
      insert(documents, codes);
    }
  }

  private Stock.CodesKnown known(Document refused, List<String> codes) {
    Set<String> asked = new HashSet<>(codes);
    Set<String> known = new HashSet<>();
    for (Document block :
        blocks
            .find(in(UNITS, refused.getList(UNITS, String.class)))
            .projection(Projections.include(UNITS))) {
      block.getList(UNITS, String.class).stream().filter(asked::contains).forEach(known::add);
    }
    return new Stock.CodesKnown(known);
  }

  private static Document block(
      String federation, StockKind kind, String delivery, int number, int size) {
    return new Document(ID, "%s:%s:%s:%05d".formatted(federation, kind, delivery, number))
        .append(FEDERATION, federation)
        .append(KIND, kind.name())
        .append(SIZE, size)
        .append(FILLED, 0)
        .append(HOLDERS, List.of())
        .append(OPEN, true);
  }
}
