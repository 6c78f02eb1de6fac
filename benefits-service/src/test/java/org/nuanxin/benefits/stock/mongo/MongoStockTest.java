package org.nuanxin.benefits.stock.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.benefits.stock.Stock;
import org.nuanxin.benefits.stock.StockContract;
import org.nuanxin.benefits.stock.StockKind;
import org.nuanxin.benefits.testing.TestStores;

class MongoStockTest extends StockContract {

  private final TestStores stores = TestStores.fresh();

  @AfterEach
  void close() {
    stores.close();
  }

  @Override
  protected Stock instance() {
    return stores.newStock();
  }

  @Override
  protected List<String> ledger(StockKind kind) {
    return stores.storedHolders(kind.name());
  }

  @Test
  void scansNoCollectionAndReadsNoBlockToTellWhatThereIs() {
    List<String> codes = IntStream.range(0, 100).mapToObj(i -> "C" + i).toList();
    Stock stock = stores.newStock();
    for (int i = 0; i < 40; i++) {
      stock.addPacks("110000", "other" + i, 5);
      stock.addPacks("460200", "d" + i, 5);
    }
    stock.addCodes("460200", "d", codes);
    stock.claim("460200", StockKind.GIFT_PACK, names(170));
    stores.database().runCommand(new Document("profile", 2));

    stock.levels("460200");
    stock.addPacks("460200", "more", 5);
    stock.addCodes("460200", "more", List.of("X1", "X2"));
    assertThatThrownBy(() -> stock.addCodes("460200", "again", List.of("C7", "X3")))
        .isInstanceOf(Stock.CodesKnown.class);
    stock.claim("460200", StockKind.GIFT_PACK, names(180));
    stores.newStock().claim("460200", StockKind.FILM_TICKET, names(3));
    stock.held(StockKind.FILM_TICKET, names(3));
    stock.giveBackPacks(names(3));
    stock.available("460200", StockKind.GIFT_PACK);
    stores.database().runCommand(new Document("profile", 0));

    List<Document> plans =
        stores
            .database()
            .getCollection("system.profile")
            .find(
                new Document("ns", stores.database().getName() + ".stock")
                    .append("planSummary", new Document("$exists", true)))
            .sort(new Document("ts", 1))
            .into(new ArrayList<>());
    assertThat(plans).hasSizeGreaterThan(12);
    assertThat(plans).noneMatch(plan -> plan.getString("planSummary").contains("COLLSCAN"));
    // Of packs six blocks have some left and one was filled just now, of codes one has; the other
    // 33 are counted without being read.
    assertThat(plans.subList(0, 3))
        .extracting(plan -> plan.get("docsExamined", Number.class).intValue())
        .satisfies(examined ->
            assertThat(examined.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(8));
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "h" + i).toList();
  }
}
