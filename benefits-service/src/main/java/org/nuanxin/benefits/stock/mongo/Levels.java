package org.nuanxin.benefits.stock.mongo;

import static com.mongodb.client.model.Filters.eq;
import static org.nuanxin.benefits.stock.mongo.StockFields.*;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.nuanxin.benefits.stock.Level;
import org.nuanxin.benefits.stock.StockKind;

/**
 * How much there is: all that ever arrived, out of an index, less what open blocks have left. A
 * block that is full is not read: it is big, and there are ever more of them.
 */
final class Levels {

  /** Of sizes, which no claim changes: a claim pays nothing for it. */
  private static final String SIZES = "sizes";

  private static final String TOTAL = "total";

  private final MongoCollection<Document> blocks;
  private final BlockClaims claims;

  Levels(MongoCollection<Document> blocks, BlockClaims claims) {
    this.blocks = blocks;
    this.claims = claims;
  }

  static void createIndex(MongoCollection<Document> blocks) {
    blocks.createIndex(Indexes.ascending(FEDERATION, KIND, SIZE), new IndexOptions().name(SIZES));
  }

  List<Level> of(String federation) {
    Map<StockKind, Long> left = new EnumMap<>(StockKind.class);
    for (StockKind kind : StockKind.values()) {
      left.put(kind, claims.left(federation, kind));
    }
    // After what is left: what arrives between the two is told as held, never as less than none.
    Map<StockKind, Long> totals = totals(federation);
    List<Level> levels = new ArrayList<>();
    left.forEach((kind, available) -> {
      long total = totals.getOrDefault(kind, 0L);
      levels.add(new Level(kind, total, total - available, available));
    });
    return levels;
  }

  private Map<StockKind, Long> totals(String federation) {
    Map<StockKind, Long> totals = new EnumMap<>(StockKind.class);
    blocks
        .aggregate(
            List.of(
                Aggregates.match(eq(FEDERATION, federation)),
                Aggregates.project(
                    Projections.fields(Projections.excludeId(), Projections.include(KIND, SIZE))),
                Aggregates.group("$" + KIND, Accumulators.sum(TOTAL, "$" + SIZE))))
        .hintString(SIZES)
        .forEach(sum ->
            totals.put(
                StockKind.valueOf(sum.getString(ID)), sum.get(TOTAL, Number.class).longValue()));
    return totals;
  }
}
