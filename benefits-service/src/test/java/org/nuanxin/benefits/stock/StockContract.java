package org.nuanxin.benefits.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nuanxin.benefits.parallel.Parallel;

/** What every stock guarantees. */
public abstract class StockContract {

  private static final String FEDERATION = "460200";
  private static final StockKind CODES = StockKind.FILM_TICKET;
  private static final StockKind PACKS = StockKind.GIFT_PACK;

  /** A new instance of the service over the same stock. */
  protected abstract Stock instance();

  /** Holder entries as stored: the independent ledger. */
  protected abstract List<String> ledger(StockKind kind);

  private static List<String> names(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  @Nested
  class Claiming {

    @Test
    void givesEachHolderAUnitOfItsOwn() {
      instance().addCodes(FEDERATION, "d", names("C", 20));

      Map<String, String> held = instance().claim(FEDERATION, CODES, names("h", 15));

      assertThat(held).hasSize(15);
      assertThat(new HashSet<>(held.values())).hasSize(15);
      assertThat(instance().available(FEDERATION, CODES)).isEqualTo(5);
    }

    @Test
    void servesTheFirstWhereNotAllCanBe() {
      instance().addCodes(FEDERATION, "d", names("C", 3));

      assertThat(instance().claim(FEDERATION, CODES, names("h", 5)))
          .containsOnlyKeys("h0", "h1", "h2");
    }

    @Test
    void givesNothingWhereThereIsNothing() {
      assertThat(instance().claim(FEDERATION, CODES, names("h", 2))).isEmpty();
      assertThat(instance().claim(FEDERATION, CODES, List.of())).isEmpty();
    }

    @Test
    void givesTheSameUnitToWhoComesAgainAfterACrash() {
      instance().addCodes(FEDERATION, "d", names("C", 700));
      Map<String, String> first = instance().claim(FEDERATION, CODES, names("h", 600));

      Map<String, String> again = instance().claim(FEDERATION, CODES, names("h", 650));

      assertThat(again).hasSize(650).containsAllEntriesOf(first);
      assertThat(instance().available(FEDERATION, CODES)).isEqualTo(50);
    }

    @Test
    void findsWhatIsHeldEvenWhenNothingIsLeft() {
      instance().addCodes(FEDERATION, "d", names("C", 4));
      Map<String, String> first = instance().claim(FEDERATION, CODES, names("h", 4));

      assertThat(instance().claim(FEDERATION, CODES, names("h", 6))).isEqualTo(first);
    }

    @Test
    void tellsWhatIsHeldAndClaimsNothing() {
      instance().addCodes(FEDERATION, "d", names("C", 4));
      Map<String, String> first = instance().claim(FEDERATION, CODES, names("h", 2));

      assertThat(instance().held(CODES, names("h", 4))).isEqualTo(first);
      assertThat(instance().held(CODES, List.of())).isEmpty();
      assertThat(instance().available(FEDERATION, CODES)).isEqualTo(2);
    }

    @Test
    void goesOnInTheNextBlockWhereOneEnds() {
      instance().addCodes(FEDERATION, "a", names("A", 30));
      instance().addCodes(FEDERATION, "b", names("B", 30));
      Stock stock = instance();
      stock.claim(FEDERATION, CODES, names("early", 20));

      Map<String, String> held = stock.claim(FEDERATION, CODES, names("h", 30));

      assertThat(new HashSet<>(held.values())).hasSize(30);
      assertThat(stock.claim(FEDERATION, CODES, names("late", 30))).hasSize(10);
    }

    @Test
    void keepsFederationsApart() {
      instance().addCodes("110000", "d", names("C", 4));

      assertThat(instance().claim(FEDERATION, CODES, names("h", 2))).isEmpty();
    }
  }

  @Nested
  class ClaimingAtOnce {

    @Test
    void givesTheLastTenToTenOfFifty() {
      instance().addCodes(FEDERATION, "d", names("C", 10));
      List<Stock> instances = List.of(instance(), instance(), instance());
      Map<String, String> held = new ConcurrentHashMap<>();

      Parallel.each(
          50,
          50,
          i -> held.putAll(instances.get(i % 3).claim(FEDERATION, CODES, List.of("holder" + i))));

      assertThat(held).hasSize(10);
      assertThat(new HashSet<>(held.values())).hasSize(10);
      assertThat(ledger(CODES)).hasSize(10).doesNotHaveDuplicates();
      assertThat(held.keySet()).isEqualTo(new HashSet<>(ledger(CODES)));
    }

    @Test
    void givesOneUnitToAHolderThatComesFromManySidesAtOnce() {
      instance().addCodes(FEDERATION, "a", names("A", 5));
      instance().addCodes(FEDERATION, "b", names("B", 400));
      List<Stock> instances = List.of(instance(), instance(), instance());
      Map<String, List<String>> codes = new ConcurrentHashMap<>();

      Parallel.each(
          60,
          30,
          i -> {
            List<String> batch = new ArrayList<>(names("h" + i % 7 + "-", 10));
            batch.addAll(names("shared", 3));
            instances
                .get(i % 3)
                .claim(FEDERATION, CODES, batch)
                .forEach((holder, code) ->
                    codes
                        .computeIfAbsent(
                            holder, h -> java.util.Collections.synchronizedList(new ArrayList<>()))
                        .add(code));
          });

      assertThat(codes).hasSize(73);
      assertThat(codes.values()).allSatisfy(all -> assertThat(new HashSet<>(all)).hasSize(1));
      assertThat(ledger(CODES)).hasSize(73).doesNotHaveDuplicates();
    }
  }

  @Nested
  class GivingBack {

    @Test
    void letsAnotherHaveThePack() {
      instance().addPacks(FEDERATION, "d", 2);
      instance().claim(FEDERATION, PACKS, List.of("a", "b"));

      instance().giveBackPacks(List.of("a", "nobody"));
      instance().giveBackPacks(List.of("a"));

      assertThat(instance().available(FEDERATION, PACKS)).isEqualTo(1);
      assertThat(instance().claim(FEDERATION, PACKS, List.of("c", "d"))).containsOnlyKeys("c");
      assertThat(ledger(PACKS)).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void givesAllBackAndTakesAllAgain() {
      instance().addPacks(FEDERATION, "d", 2);
      instance().addPacks(FEDERATION, "e", 2);
      Stock stock = instance();
      stock.claim(FEDERATION, PACKS, names("a", 4));

      stock.giveBackPacks(names("a", 4));

      assertThat(stock.claim(FEDERATION, PACKS, names("b", 4))).hasSize(4);
    }
  }

  @Nested
  class Delivering {

    @Test
    void addsADeliveryOnceHoweverOftenItIsTold() {
      instance().addPacks(FEDERATION, "d", 1_201);
      instance().addPacks(FEDERATION, "d", 1_201);
      instance().addCodes(FEDERATION, "d", names("C", 30));
      instance().addCodes(FEDERATION, "d", names("C", 30));

      assertThat(instance().levels(FEDERATION))
          .containsExactlyInAnyOrder(
              new Level(PACKS, 1_201, 0, 1_201), new Level(CODES, 30, 0, 30));
    }

    @Test
    void refusesADeliveryWithACodeThatIsKnown() {
      instance().addCodes(FEDERATION, "d", names("C", 30));

      assertThatThrownBy(() -> instance().addCodes(FEDERATION, "e", List.of("X1", "C7", "X2")))
          .isInstanceOfSatisfying(
              Stock.CodesKnown.class, e -> assertThat(e.codes()).containsExactly("C7"));
      assertThat(instance().available(FEDERATION, CODES)).isEqualTo(30);
    }
  }
}
