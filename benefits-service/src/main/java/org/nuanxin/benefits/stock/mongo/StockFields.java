package org.nuanxin.benefits.stock.mongo;

/** Names of a block's fields as stored. */
final class StockFields {

  static final String COLLECTION = "stock";

  static final String ID = "_id";
  static final String FEDERATION = "f";
  static final String KIND = "k";

  /** Units in the block. */
  static final String SIZE = "n";

  /** The codes, in order; absent for what is only counted. Never changed. */
  static final String UNITS = "u";

  /** Ids of the grants that hold a unit: the one at place i holds unit i. */
  static final String HOLDERS = "h";

  /** Number of holders. */
  static final String FILLED = "c";

  /** Present while the block may have units left. */
  static final String OPEN = "o";

  private StockFields() {}
}
