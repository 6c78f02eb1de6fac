package org.nuanxin.kit.mongo;

import com.mongodb.client.MongoDatabase;

/** The indexes that one store needs; created before the service answers. Creation is idempotent. */
@FunctionalInterface
public interface Indexes {

  /** Creates the indexes where they do not exist yet. */
  void create(MongoDatabase database);
}
