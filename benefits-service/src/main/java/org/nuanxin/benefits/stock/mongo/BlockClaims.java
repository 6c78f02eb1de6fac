package org.nuanxin.benefits.stock.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.unset;
import static org.nuanxin.benefits.stock.mongo.StockFields.*;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.nuanxin.benefits.stock.StockKind;

/** The conditional writes on single blocks, each one round trip. */
final class BlockClaims {

  /** Index under which a grant holds one unit of a kind at most, over all blocks. */
  static final String ONCE = "holder_once";

  /** Index of blocks with units left. */
  static final String OPEN_BLOCKS = "open_blocks";

  private static final int DUPLICATE_KEY = 11000;

  private final MongoCollection<Document> blocks;

  BlockClaims(MongoCollection<Document> blocks) {
    this.blocks = blocks;
  }

  /** How a claim on one block ended. */
  sealed interface Claim {}

  /**
   * Every holder has its unit.
   *
   * @param from place of the first holder's unit; the others follow
   */
  record Claimed(int from) implements Claim {}

  /** The block has fewer units left, or one of the holders has one of them already. */
  record Refused() implements Claim {}

  /** One of the holders has a unit of another block. */
  record HeldElsewhere() implements Claim {}

  /** Appends all holders to a block, or none: if it has room and none of them is there already. */
  Claim claim(Block block, List<String> holders) {
    try {
      Document before =
          blocks.findOneAndUpdate(
              and(
                  eq(ID, block.id()),
                  lte(FILLED, block.size() - holders.size()),
                  nin(HOLDERS, holders)),
              combine(pushEach(HOLDERS, holders), inc(FILLED, holders.size())),
              new FindOneAndUpdateOptions()
                  .returnDocument(ReturnDocument.BEFORE)
                  .projection(Projections.include(FILLED)));
      return before == null ? new Refused() : new Claimed(before.getInteger(FILLED));
    } catch (MongoCommandException e) {
      if (e.getErrorCode() != DUPLICATE_KEY) {
        throw e;
      }
      return new HeldElsewhere();
    }
  }

  /** The first block with units left; null where stock is used up. */
  @Nullable Block firstOpen(String federation, StockKind kind) {
    Document found =
        blocks
            .find(open(federation, kind))
            .sort(Sorts.ascending(ID))
            .hintString(OPEN_BLOCKS)
            .projection(Projections.include(SIZE, FILLED, UNITS))
            .first();
    return found == null ? null : Block.of(found);
  }

  /** Units left over all open blocks. */
  long left(String federation, StockKind kind) {
    long left = 0;
    for (Document block :
        blocks
            .find(open(federation, kind))
            .hintString(OPEN_BLOCKS)
            .projection(Projections.include(SIZE, FILLED))) {
      left += block.getInteger(SIZE) - block.getInteger(FILLED);
    }
    return left;
  }

  /** Takes a block out of the open ones if it is full. */
  void close(Block block) {
    blocks.updateOne(and(eq(ID, block.id()), eq(FILLED, block.size())), unset(OPEN));
  }

  /** The units that these holders have, in whatever block. */
  Map<String, String> held(StockKind kind, Collection<String> holders) {
    Map<String, String> held = new HashMap<>();
    Set<String> asked = new HashSet<>(holders);
    for (Document document :
        blocks
            .find(and(eq(KIND, kind.name()), in(HOLDERS, holders), gt(FILLED, 0)))
            .hintString(ONCE)
            .projection(Projections.include(SIZE, FILLED, UNITS, HOLDERS))) {
      Block block = Block.of(document);
      List<String> here = document.getList(HOLDERS, String.class);
      for (int place = 0; place < here.size(); place++) {
        if (asked.contains(here.get(place))) {
          held.put(here.get(place), block.unit(place));
        }
      }
    }
    return held;
  }

  private static org.bson.conversions.Bson open(String federation, StockKind kind) {
    return and(eq(FEDERATION, federation), eq(KIND, kind.name()), eq(OPEN, true));
  }
}
