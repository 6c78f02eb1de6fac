package org.nuanxin.benefits.stock.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static org.nuanxin.benefits.stock.mongo.StockFields.*;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.nuanxin.benefits.stock.Level;
import org.nuanxin.benefits.stock.Stock;
import org.nuanxin.benefits.stock.StockKind;

/**
 * Stock in blocks: a document holds a few hundred units and, in order, the ids of the grants that
 * hold them. A batch of claims is one update of one block: it appends the batch's holders if there
 * is room, so the place of a holder is its unit.
 *
 * <p>Guarantee: no unit twice, as places are only appended, each in one atomic conditional update;
 * no holder twice, as a unique index over all blocks and the update's own condition refuse it; no
 * leak, as the claim is stored under the grant's id before anything else, and whoever comes again
 * for that grant finds it. Usually one round trip for a batch; one more where a block ends.
 */
public final class MongoStock implements Stock {

  private static final String UNIT_ONCE = "unit_once";

  private record Shelf(String federation, StockKind kind) {}

  private final MongoCollection<Document> blocks;
  private final BlockClaims claims;
  private final Deliveries deliveries;
  private final Levels levels;
  private final Map<Shelf, Block> current = new ConcurrentHashMap<>();

  /** In this database. */
  public MongoStock(MongoDatabase database) {
    blocks = database.getCollection(COLLECTION);
    claims = new BlockClaims(blocks);
    deliveries = new Deliveries(blocks);
    levels = new Levels(blocks, claims);
  }

  /** Creates the indexes that make the guarantee, and those by which stock is counted. */
  public static void createIndexes(MongoDatabase database) {
    var blocks = database.getCollection(COLLECTION);
    blocks.createIndex(
        Indexes.ascending(KIND, HOLDERS),
        new IndexOptions()
            .name(BlockClaims.ONCE)
            .unique(true)
            // Blocks that nobody holds anything of would all have the same empty entry.
            .partialFilterExpression(gt(FILLED, 0)));
    blocks.createIndex(
        Indexes.ascending(UNITS),
        new IndexOptions().name(UNIT_ONCE).unique(true).partialFilterExpression(exists(UNITS)));
    blocks.createIndex(
        Indexes.ascending(FEDERATION, KIND, ID),
        new IndexOptions().name(BlockClaims.OPEN_BLOCKS).partialFilterExpression(eq(OPEN, true)));
    Levels.createIndex(blocks);
  }

  @Override
  public Map<String, String> claim(String federation, StockKind kind, List<String> holders) {
    Map<String, String> held = new HashMap<>();
    Set<String> rest = new LinkedHashSet<>(holders);
    Shelf shelf = new Shelf(federation, kind);
    boolean asked = false;
    while (!rest.isEmpty()) {
      Block block = current.get(shelf);
      if (block == null || block.left() <= 0) {
        block = next(shelf, block);
      }
      if (block == null) {
        break;
      }
      List<String> part = rest.stream().limit(block.left()).toList();
      switch (claims.claim(block, part)) {
        case BlockClaims.Claimed claimed -> {
          for (int i = 0; i < part.size(); i++) {
            held.put(part.get(i), block.unit(claimed.from() + i));
          }
          rest.removeAll(new LinkedHashSet<>(part));
          current.put(shelf, block.filledTo(claimed.from() + part.size()));
        }
        case BlockClaims.Refused refused -> {
          current.remove(shelf);
          takeHeld(kind, rest, held);
          asked = true;
        }
        case BlockClaims.HeldElsewhere elsewhere -> {
          takeHeld(kind, rest, held);
          asked = true;
        }
      }
    }
    if (!rest.isEmpty() && !asked) {
      takeHeld(kind, rest, held);
    }
    return held;
  }

  /** Moves those who hold a unit already from the rest. */
  private void takeHeld(StockKind kind, Set<String> rest, Map<String, String> held) {
    Map<String, String> already = claims.held(kind, rest);
    held.putAll(already);
    rest.removeAll(already.keySet());
  }

  /** The block to claim from now; null where there is none with units left. */
  private @Nullable Block next(Shelf shelf, @Nullable Block full) {
    if (full != null) {
      claims.close(full);
    }
    Block found = claims.firstOpen(shelf.federation(), shelf.kind());
    while (found != null && found.left() <= 0) {
      claims.close(found);
      found = claims.firstOpen(shelf.federation(), shelf.kind());
    }
    if (found == null) {
      current.remove(shelf);
    } else {
      current.put(shelf, found);
    }
    return found;
  }

  @Override
  public Map<String, String> held(StockKind kind, Collection<String> holders) {
    return claims.held(kind, holders);
  }

  @Override
  public void giveBackPacks(Collection<String> holders) {
    if (holders.isEmpty()) {
      return;
    }
    List<String> names = List.copyOf(holders);
    blocks.updateMany(
        and(eq(KIND, StockKind.GIFT_PACK.name()), in(HOLDERS, names), gt(FILLED, 0)),
        List.of(
            new Document(
                "$set",
                new Document(
                    HOLDERS,
                    new Document(
                        "$filter",
                        new Document("input", "$" + HOLDERS)
                            .append("as", "holder")
                            .append(
                                "cond",
                                new Document(
                                    "$not",
                                    List.of(
                                        new Document(
                                            "$in",
                                            List.of(
                                                "$$holder", new Document("$literal", names))))))))),
            new Document(
                "$set",
                new Document(FILLED, new Document("$size", "$" + HOLDERS)).append(OPEN, true))));
  }

  @Override
  public long available(String federation, StockKind kind) {
    return claims.left(federation, kind);
  }

  @Override
  public List<Level> levels(String federation) {
    return levels.of(federation);
  }

  @Override
  public void addPacks(String federation, String delivery, int count) {
    deliveries.packs(federation, delivery, count);
  }

  @Override
  public void addCodes(String federation, String delivery, List<String> codes) {
    deliveries.codes(federation, delivery, codes);
  }
}
