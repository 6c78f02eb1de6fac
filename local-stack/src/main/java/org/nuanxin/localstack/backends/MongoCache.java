package org.nuanxin.localstack.backends;

/**
 * How much memory a database of ours may use for its data, besides what it needs to work at all.
 */
public enum MongoCache {
  /** For a laptop: the roster fits. */
  SMALL("0.25", ""),
  /**
   * For load. With the small one, random ids evict pages all the time once some ten thousand
   * members are stored, more than a third of the server's processor time. Changed pages may stay
   * until the next checkpoint, so that each is written once and not again for every few changes;
   * what was acknowledged is in the journal either way.
   */
  LARGE(
      "2",
      ",eviction_dirty_target=30,eviction_dirty_trigger=50"
          + ",eviction_updates_target=20,eviction_updates_trigger=40");

  private final String gibibytes;
  private final String eviction;

  MongoCache(String gibibytes, String eviction) {
    this.gibibytes = gibibytes;
    this.eviction = eviction;
  }

  String gibibytes() {
    return gibibytes;
  }

  /** What follows other settings of the storage engine. */
  String eviction() {
    return eviction;
  }
}
