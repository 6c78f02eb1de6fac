package org.nuanxin.identity.session.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.identity.session.Holder;
import org.nuanxin.identity.session.RefreshToken;
import org.nuanxin.identity.session.Session;
import org.nuanxin.identity.session.SessionPolicy;
import org.nuanxin.identity.session.Sessions.Former;
import org.nuanxin.identity.session.Sessions.Rotation;
import org.nuanxin.kit.testing.TestDatabase;

/** Which sessions end by their own token, and which when a number is somebody else's. */
class MongoSessionsTest {

  private static final String FEDERATION = "460200";
  private static final String NUMBER = "i1.recycled";
  private static final Instant HANDED_ON = Instant.parse("2026-11-24T01:05:00Z");
  private static final Former FORMER = new Former(FEDERATION, NUMBER, HANDED_ON);
  private static final SessionPolicy POLICY =
      new SessionPolicy(Duration.ofDays(30), Duration.ofHours(12), Duration.ofSeconds(10));

  private static final Holder STAFF = new Holder.Staff("reviewer");

  private static TestDatabase database;

  private final SecureRandom random = new SecureRandom();
  private final MongoSessions sessions = sessionsOf(FEDERATION);

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
    database.get().getCollection("sessions").drop();
    sessions.create(database.get());
  }

  private static MongoSessions sessionsOf(String federation) {
    return new MongoSessions(database.get(), POLICY, federation);
  }

  private RefreshToken opened(MongoSessions where, Holder holder, Instant at) {
    RefreshToken token = RefreshToken.first(random);
    where.open(new Session(token.sessionId(), holder, at.plus(POLICY.worker())), token, at);
    return token;
  }

  private RefreshToken opened(String phoneIndex, Instant at) {
    return opened(sessions, new Holder.Worker("somebody", phoneIndex), at);
  }

  private boolean isOpen(MongoSessions where, RefreshToken token) {
    byte[] nonce = RefreshToken.nonce(random);
    return where.rotate(token, token.successor(nonce), nonce, HANDED_ON)
        instanceof Rotation.Rotated;
  }

  private boolean isOpen(RefreshToken token) {
    return isOpen(sessions, token);
  }

  @Test
  void endsOneSessionForItsPresentTokenAndForTheOneBeforeDuringTheGrace() {
    RefreshToken first = opened(NUMBER, HANDED_ON);
    RefreshToken second = rotated(first, HANDED_ON);
    RefreshToken third = rotated(second, HANDED_ON);
    RefreshToken madeUp = new RefreshToken(first.sessionId(), RefreshToken.first(random).secret());
    Instant late = HANDED_ON.plus(POLICY.grace()).plusMillis(1);

    assertThat(sessions.end(madeUp, HANDED_ON)).isFalse();
    assertThat(sessions.end(first, HANDED_ON)).isFalse();
    assertThat(sessions.end(second, late)).isFalse();
    assertThat(isOpen(third)).isTrue();

    RefreshToken fourth = opened(NUMBER, HANDED_ON);
    rotated(fourth, HANDED_ON);
    assertThat(sessions.end(fourth, HANDED_ON.plus(POLICY.grace()))).isTrue();
    RefreshToken fifth = opened(NUMBER, HANDED_ON);
    assertThat(sessions.end(fifth, late)).isTrue();
    assertThat(isOpen(fifth)).isFalse();
  }

  @Test
  void endsNoSessionOfAnotherFederation() {
    RefreshToken theirs = opened(sessionsOf("110000"), STAFF, HANDED_ON);
    assertThat(sessions.end(theirs, HANDED_ON)).isFalse();
  }

  private RefreshToken rotated(RefreshToken token, Instant at) {
    byte[] nonce = RefreshToken.nonce(random);
    RefreshToken successor = token.successor(nonce);
    assertThat(sessions.rotate(token, successor, nonce, at)).isInstanceOf(Rotation.Rotated.class);
    return successor;
  }

  @Test
  void endsWhatWasOpenedBeforeAndNothingElse() {
    RefreshToken longBefore = opened(NUMBER, HANDED_ON.minus(Duration.ofDays(29)));
    RefreshToken justBefore = opened(NUMBER, HANDED_ON.minusMillis(1));
    RefreshToken atThatMoment = opened(NUMBER, HANDED_ON);
    RefreshToken after = opened(NUMBER, HANDED_ON.plusMillis(1));

    assertThat(sessions.end(List.of(FORMER))).isEqualTo(2);

    assertThat(isOpen(longBefore)).isFalse();
    assertThat(isOpen(justBefore)).isFalse();
    assertThat(isOpen(atThatMoment)).isTrue();
    assertThat(isOpen(after)).isTrue();
  }

  @Test
  void endsASessionThatWasRenewedSinceByWhenItWasOpened() {
    RefreshToken first = opened(NUMBER, HANDED_ON.minus(Duration.ofDays(1)));
    byte[] nonce = RefreshToken.nonce(random);
    sessions.rotate(first, first.successor(nonce), nonce, HANDED_ON);

    assertThat(sessions.end(List.of(FORMER))).isEqualTo(1);

    assertThat(isOpen(first.successor(nonce))).isFalse();
  }

  @Test
  void endsForManyNumbersAtOnceAndAgainNothingMore() {
    RefreshToken one = opened(NUMBER, HANDED_ON.minusSeconds(1));
    RefreshToken another = opened("i1.another", HANDED_ON.minusSeconds(1));
    RefreshToken third = opened("i1.third", HANDED_ON.minusSeconds(1));
    List<Former> former = List.of(FORMER, new Former(FEDERATION, "i1.another", HANDED_ON), FORMER);

    assertThat(sessions.end(former)).isEqualTo(2);
    assertThat(sessions.end(former)).isZero();

    assertThat(isOpen(one)).isFalse();
    assertThat(isOpen(another)).isFalse();
    assertThat(isOpen(third)).isTrue();
  }

  @Test
  void judgesEachByItsOwnTimeInWhateverOrder() {
    RefreshToken between = opened(NUMBER, HANDED_ON);
    Former earlier = new Former(FEDERATION, NUMBER, HANDED_ON.minusSeconds(60));

    assertThat(sessions.end(List.of(earlier))).isZero();
    assertThat(isOpen(between)).isTrue();
    RefreshToken again = opened(NUMBER, HANDED_ON);
    Former later = new Former(FEDERATION, NUMBER, HANDED_ON.plusSeconds(60));

    assertThat(sessions.end(List.of(later, earlier))).isEqualTo(2);
    assertThat(isOpen(again)).isFalse();
  }

  @Test
  void endsWhatWasStoredBeforeOpeningTimesWere() {
    RefreshToken unknown = opened(NUMBER, HANDED_ON.plusSeconds(60));
    database
        .get()
        .getCollection("sessions")
        .updateOne(eq("_id", unknown.sessionId()), unset("openedAt"));

    assertThat(sessions.end(List.of(FORMER))).isEqualTo(1);

    assertThat(isOpen(unknown)).isFalse();
  }

  @Test
  void leavesStaffAlone() {
    Instant before = HANDED_ON.minusSeconds(60);
    RefreshToken staff = opened(sessions, new Holder.Staff("reviewer"), before);
    RefreshToken namesake = opened(sessions, new Holder.Staff(NUMBER), before);

    assertThat(sessions.end(List.of(FORMER))).isZero();

    assertThat(isOpen(staff)).isTrue();
    assertThat(isOpen(namesake)).isTrue();
  }

  /** To the database a number that is not there equals that of staff, who have none. */
  @Test
  @SuppressWarnings("NullAway")
  void refusesToEndTheSessionsOfNoNumber() {
    assertThatNullPointerException().isThrownBy(() -> new Former(FEDERATION, null, HANDED_ON));
  }

  @Test
  void leavesTheSameNumberInAnotherFederationAlone() {
    MongoSessions elsewhere = sessionsOf("110000");
    RefreshToken theirs =
        opened(elsewhere, new Holder.Worker("somebody", NUMBER), HANDED_ON.minusSeconds(60));

    assertThat(sessions.end(List.of(FORMER))).isZero();

    assertThat(isOpen(elsewhere, theirs)).isTrue();
  }

  @Test
  void isFoundByAnIndexThatKnowsTheTime() {
    assertThat(database.get().getCollection("sessions").listIndexes())
        .extracting(index -> index.get("key", Document.class).keySet())
        .anySatisfy(
            keys -> assertThat(keys).containsExactly("federation", "phoneIndex", "openedAt"));
  }
}
