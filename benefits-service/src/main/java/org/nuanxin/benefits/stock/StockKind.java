package org.nuanxin.benefits.stock;

/** What is kept in stock; the names are part of the API. */
public enum StockKind {
  /** Gift packs, which are counted: a unit given back can be given again. */
  GIFT_PACK,
  /** Film tickets: codes, of which one that was shown to somebody is never given again. */
  FILM_TICKET
}
