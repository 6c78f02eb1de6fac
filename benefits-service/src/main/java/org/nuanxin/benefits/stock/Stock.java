package org.nuanxin.benefits.stock;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Units of each kind, each held by at most one holder. */
public interface Stock {

  /** Codes that are added in one write. */
  int ATOMIC = 500;

  /**
   * Gives each holder one unit, as far as they last; a holder that has one already keeps that one.
   * Claims of any number of callers at once, on any number of instances, never give a unit twice
   * and never two units to one holder. A claim whose caller crashed is found by the next claim for
   * the same holder.
   *
   * @param holders without duplicates; the first are served first
   * @return the unit of each holder that has one; those missing got none because stock is used up
   */
  Map<String, String> claim(String federation, StockKind kind, List<String> holders);

  /** The units that these holders have already; claims nothing. */
  Map<String, String> held(StockKind kind, Collection<String> holders);

  /** Gives holders' counted units back, where they hold one. */
  void giveBackPacks(Collection<String> holders);

  /** Units left; a figure of a moment ago. */
  long available(String federation, StockKind kind);

  /** Figures of every kind. */
  List<Level> levels(String federation);

  /**
   * Adds counted units.
   *
   * @param delivery names the delivery; adding it again changes nothing
   */
  void addPacks(String federation, String delivery, int count);

  /**
   * Adds codes.
   *
   * @param delivery names the delivery; adding it again changes nothing
   * @param codes without duplicates; up to {@value #ATOMIC} are added all or none
   * @throws CodesKnown when any of up to {@value #ATOMIC} is in stock already
   */
  void addCodes(String federation, String delivery, List<String> codes);

  /** Thrown when codes that arrive are known already. */
  final class CodesKnown extends RuntimeException {

    private final List<String> codes;

    /** About these codes. */
    public CodesKnown(Collection<String> codes) {
      super(codes.size() + " codes are known already");
      this.codes = List.copyOf(codes);
    }

    /** Those that are known. */
    public List<String> codes() {
      return codes;
    }
  }
}
