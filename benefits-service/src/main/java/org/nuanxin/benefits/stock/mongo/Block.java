package org.nuanxin.benefits.stock.mongo;

import static org.nuanxin.benefits.stock.mongo.StockFields.*;

import java.util.List;
import org.bson.Document;

/**
 * What one instance knows of a block of units. The units never change; how many are held is a guess
 * of a moment ago, which every claim checks.
 *
 * @param units the codes in order; empty where units are only counted
 */
record Block(String id, int size, int filled, List<String> units) {

  static Block of(Document document) {
    List<String> units = document.getList(UNITS, String.class);
    return new Block(
        document.getString(ID),
        document.getInteger(SIZE),
        document.getInteger(FILLED),
        units == null ? List.of() : units);
  }

  Block filledTo(int now) {
    return new Block(id, size, now, units);
  }

  int left() {
    return size - filled;
  }

  /** What the holder at a place holds; counted units have no name of their own. */
  String unit(int place) {
    return units.isEmpty() ? id : units.get(place);
  }
}
