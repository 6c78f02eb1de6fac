package org.nuanxin.kit.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/**
 * Creates every index before consumers and the web server start. A life-cycle step, not a bean's
 * construction: a context that is only refreshed (to record an AOT cache) needs no database.
 */
class IndexesAtStart implements SmartLifecycle {

  private final MongoDatabase database;
  private final List<Indexes> indexes;
  private volatile boolean running;

  IndexesAtStart(MongoDatabase database, List<Indexes> indexes) {
    this.database = database;
    this.indexes = indexes;
  }

  @Override
  public void start() {
    indexes.forEach(each -> each.create(database));
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1000;
  }
}
