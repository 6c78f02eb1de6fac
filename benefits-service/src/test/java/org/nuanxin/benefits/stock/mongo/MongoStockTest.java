package org.nuanxin.benefits.stock.mongo;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
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
}
