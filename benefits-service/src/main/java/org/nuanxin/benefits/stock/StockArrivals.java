package org.nuanxin.benefits.stock;

/** Is told that stock has arrived, so that those who wait get theirs at once. */
@FunctionalInterface
public interface StockArrivals {

  /** Stock of some kind has arrived. */
  void arrived();
}
