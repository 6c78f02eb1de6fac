package org.nuanxin.identity.code.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nuanxin.identity.code.CodePolicy;
import org.nuanxin.identity.code.OneTimeCode;
import org.nuanxin.identity.code.OneTimeCodes;
import org.nuanxin.identity.code.OneTimeCodes.Keeping;
import org.nuanxin.identity.code.Phone;
import org.nuanxin.identity.code.PhoneHolder;
import org.nuanxin.kit.pii.TestPii;
import org.nuanxin.kit.testing.TestDatabase;
import org.nuanxin.kit.web.Unavailable;

/** Which codes are good and which count, when messages are sent, not sent, or nobody knows. */
class MongoOneTimeCodesTest {

  private static final Instant NOW = Instant.parse("2026-11-24T01:05:00Z");
  private static final Phone PHONE = new Phone("+8613800138000");
  private static final CodePolicy POLICY =
      new CodePolicy(Duration.ofMinutes(5), 5, 5, Duration.ofMinutes(10));
  private static final String WRONG = "999999";

  private static TestDatabase database;

  private final MongoOneTimeCodes codes = instance();
  private final MongoOneTimeCodes otherInstance = instance();

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void begin() {
    database.get().getCollection("phones").drop();
    codes.create(database.get());
  }

  private static MongoOneTimeCodes instance() {
    return new MongoOneTimeCodes(database.get(), TestPii.blindIndex(), POLICY, "460200");
  }

  private static OneTimeCode code(int number) {
    return new OneTimeCode("code-" + number, "%06d".formatted(number));
  }

  private OneTimeCode kept(int number) {
    OneTimeCode code = code(number);
    assertThat(codes.keep(PHONE, code, NOW)).isInstanceOf(Keeping.Kept.class);
    return code;
  }

  private Optional<PhoneHolder> redeem(OneTimeCode code) {
    return codes.redeem(PHONE, code.digits(), NOW);
  }

  private void guessWrong(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(codes.redeem(PHONE, WRONG, NOW)).isEmpty();
    }
  }

  private static boolean keptIfThereIsRoom(OneTimeCodes instance, OneTimeCode code) {
    try {
      return instance.keep(PHONE, code, NOW) instanceof Keeping.Kept;
    } catch (Unavailable tooManyAtOnce) {
      return false;
    }
  }

  /** How many more codes the phone may be sent at this moment. */
  private int left() {
    int left = 0;
    while (codes.keep(PHONE, code(1000 + left), NOW) instanceof Keeping.Kept) {
      left++;
    }
    return left;
  }

  @Nested
  class ACodeThatWasNotSent {

    @Test
    void opensNothingAndDoesNotCount() {
      OneTimeCode unsent = kept(1);
      codes.discard(PHONE, unsent.id());
      assertThat(redeem(unsent)).isEmpty();
      assertThat(left()).isEqualTo(5);
    }

    @Test
    void leavesTheOneBeforeAsGoodAsItWas() {
      OneTimeCode delivered = kept(1);
      codes.discard(PHONE, kept(2).id());
      assertThat(redeem(delivered)).isPresent();
      assertThat(redeem(delivered)).isEmpty();
    }

    @Test
    void doesNotGiveTheOneBeforeNewTries() {
      OneTimeCode delivered = kept(1);
      guessWrong(4);
      codes.discard(PHONE, kept(2).id());
      guessWrong(1);
      codes.discard(PHONE, kept(3).id());
      assertThat(redeem(delivered)).isEmpty();
    }

    @Test
    void doesNotGiveTheOneBeforeNewTime() {
      OneTimeCode delivered = kept(1);
      codes.discard(PHONE, kept(2).id());
      Instant late = NOW.plus(POLICY.validity());
      assertThat(codes.redeem(PHONE, delivered.digits(), late)).isEmpty();
      assertThat(codes.redeem(PHONE, delivered.digits(), late.minusMillis(1))).isPresent();
    }

    @Test
    void leavesTheOneBeforeGoodInWhateverOrderSeveralFail() {
      OneTimeCode delivered = kept(1);
      OneTimeCode second = kept(2);
      OneTimeCode third = kept(3);
      codes.discard(PHONE, second.id());
      assertThat(redeem(delivered)).isEmpty();
      codes.discard(PHONE, third.id());
      assertThat(redeem(delivered)).isPresent();
    }

    @Test
    void leavesOneThatWasSentSinceTheOnlyGoodOne() {
      OneTimeCode delivered = kept(1);
      OneTimeCode unsent = kept(2);
      OneTimeCode newest = kept(3);
      codes.discard(PHONE, unsent.id());
      assertThat(redeem(delivered)).isEmpty();
      assertThat(redeem(newest)).isPresent();
      assertThat(redeem(delivered)).isEmpty();
    }

    @Test
    void countsWhenItWasGuessedAtSoThatNobodyGuessesForEverWhileNothingCanBeSent() {
      int rounds = 0;
      while (codes.keep(PHONE, code(rounds + 1), NOW) instanceof Keeping.Kept) {
        rounds++;
        guessWrong(1);
        codes.discard(PHONE, code(rounds).id());
        assertThat(rounds).isLessThanOrEqualTo(5);
      }
      assertThat(rounds).isEqualTo(5);
    }

    @Test
    void mayBeDiscardedTwice() {
      OneTimeCode delivered = kept(1);
      OneTimeCode unsent = kept(2);
      codes.discard(PHONE, unsent.id());
      codes.discard(PHONE, unsent.id());
      assertThat(redeem(delivered)).isPresent();
      assertThat(left()).isEqualTo(4);
    }

    @Test
    void doesNotUndoASignIn() {
      OneTimeCode first = kept(1);
      OneTimeCode second = kept(2);
      assertThat(redeem(second)).isPresent();
      codes.discard(PHONE, second.id());
      assertThat(redeem(first)).isEmpty();
      assertThat(left()).isEqualTo(3);
    }
  }

  @Nested
  class ACodeOfWhichNobodyKnows {

    @Test
    void isGoodAndCounts() {
      OneTimeCode perhaps = kept(1);
      codes.doubt(PHONE, perhaps.id());
      assertThat(redeem(perhaps)).isPresent();
      assertThat(left()).isEqualTo(4);
    }

    @Test
    void leavesTheOneBeforeGoodToo() {
      OneTimeCode delivered = kept(1);
      codes.doubt(PHONE, kept(2).id());
      assertThat(redeem(delivered)).isPresent();
    }

    @Test
    void voidsTheOneBeforeOnceItIsUsed() {
      OneTimeCode delivered = kept(1);
      OneTimeCode perhaps = kept(2);
      codes.doubt(PHONE, perhaps.id());
      assertThat(redeem(perhaps)).isPresent();
      assertThat(redeem(delivered)).isEmpty();
    }

    @Test
    void isVoidOnceALaterOneIsSent() {
      OneTimeCode delivered = kept(1);
      OneTimeCode perhaps = kept(2);
      codes.doubt(PHONE, perhaps.id());
      OneTimeCode sent = kept(3);
      assertThat(redeem(perhaps)).isEmpty();
      assertThat(redeem(delivered)).isEmpty();
      assertThat(redeem(sent)).isPresent();
    }

    @Test
    void sharesItsTriesWithTheOneBefore() {
      OneTimeCode delivered = kept(1);
      OneTimeCode perhaps = kept(2);
      codes.doubt(PHONE, perhaps.id());
      guessWrong(5);
      assertThat(redeem(delivered)).isEmpty();
      assertThat(redeem(perhaps)).isEmpty();
    }
  }

  @Test
  void theNewestAloneIsGoodWhenAllAreSent() {
    OneTimeCode first = kept(1);
    OneTimeCode second = kept(2);
    assertThat(redeem(first)).isEmpty();
    assertThat(redeem(second)).isPresent();
  }

  @Test
  void manyFailuresAtOnceOnTwoInstancesCountAsNoneAndLeaveTheDeliveredOneGood() throws Exception {
    OneTimeCode delivered = kept(1);
    List<Callable<Boolean>> resends = new ArrayList<>();
    for (int i = 2; i < 32; i++) {
      OneTimeCodes instance = i % 2 == 0 ? codes : otherInstance;
      OneTimeCode code = code(i);
      resends.add(() -> {
        boolean kept = keptIfThereIsRoom(instance, code);
        instance.discard(PHONE, code.id());
        return kept;
      });
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> each : threads.invokeAll(resends)) {
        each.get();
      }
    }
    assertThat(redeem(delivered)).isPresent();
    assertThat(left()).isEqualTo(4);
  }
}
