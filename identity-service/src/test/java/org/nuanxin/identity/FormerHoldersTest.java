package org.nuanxin.identity;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.ApprovedSamples;
import org.nuanxin.events.EventType;
import org.nuanxin.identity.session.RefreshToken;
import org.nuanxin.kit.event.EventPublisher;
import org.nuanxin.kit.event.StoredEvent;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Networks give numbers to others: whoever had one before is signed out when it changes hands. */
class FormerHoldersTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final RunningIdentity identity = RunningIdentity.shared();

  /** One for all events of a test, so that the topic keeps their order. */
  private final String member = "m" + UUID.randomUUID().toString().replace("-", "");

  @Test
  void areSignedOutAndWhoHasTheNumberNowIsNot() {
    String number = RunningIdentity.newPhone();
    Answer former = identity.signIn(number);
    Answer ofAnotherNumber = identity.signIn(RunningIdentity.newPhone());
    identity.advance(Duration.ofDays(3));
    Answer daysBefore = identity.signIn(number);
    identity.advance(Duration.ofMinutes(21));
    Answer holder = identity.signIn(number);
    identity.advance(Duration.ofMinutes(19));
    Instant handedOn = identity.now();
    identity.advance(Duration.ofMinutes(1));
    Answer holderLater = identity.signIn(number);

    tell(phoneChanged(indexOf(former), handedOn));

    awaitEnd(former);
    awaitAllHandled();
    assertThat(refresh(former)).isEqualTo(401);
    assertThat(refresh(daysBefore)).isEqualTo(401);
    assertThat(refresh(holder)).isEqualTo(200);
    assertThat(refresh(holderLater)).isEqualTo(200);
    assertThat(refresh(ofAnotherNumber)).isEqualTo(200);
  }

  @Test
  void areSignedOutHoweverOftenTheyRenewed() {
    Answer former = identity.signIn(RunningIdentity.newPhone());
    identity.advance(Duration.ofMinutes(30));
    Answer renewed = identity.refresh(former.text("refreshToken"));

    tell(phoneChanged(indexOf(former), identity.now()));

    awaitEnd(renewed);
    assertThat(refresh(renewed)).isEqualTo(401);
  }

  @Test
  void areSignedOutOnceHoweverOftenItIsTold() {
    String number = RunningIdentity.newPhone();
    Answer former = identity.signIn(number);
    identity.advance(Duration.ofHours(1));
    StoredEvent told = phoneChanged(indexOf(former), identity.now());
    double before = ended();
    tell(told);
    awaitEnd(former);
    Answer holder = identity.signIn(number);
    identity.advance(Duration.ofHours(1));

    tell(Collections.nCopies(10, told).toArray(StoredEvent[]::new));
    awaitAllHandled();

    // One of theirs, and one by which the test saw that all was handled.
    assertThat(ended() - before).isEqualTo(2);
    assertThat(refresh(holder)).isEqualTo(200);
  }

  @Test
  void staySignedInWhereTheirNumberIsNobodysOrAnotherFederations() {
    Answer worker = identity.signIn(RunningIdentity.newPhone());
    Answer staff = identity.signIn("reviewer", RunningIdentity.PASSWORD);
    identity.advance(Duration.ofHours(1));

    tell(
        phoneChanged("none:" + member, identity.now()),
        event(
            payload(indexOf(worker), identity.now()).put("federation", "110000"), identity.now()));
    awaitAllHandled();

    assertThat(refresh(worker)).isEqualTo(200);
    assertThat(refresh(staff)).isEqualTo(200);
  }

  @Test
  void areSignedOutAlthoughARecordBeforeIsBroken() {
    Answer former = identity.signIn(RunningIdentity.newPhone());
    Answer staff = identity.signIn("ops", RunningIdentity.PASSWORD);
    identity.advance(Duration.ofHours(1));
    ObjectNode ofNobody = payload("", identity.now());
    ofNobody.remove("phoneIndex");

    tell(
        event("{", identity.now()),
        event(ofNobody, identity.now()),
        phoneChanged(indexOf(former), identity.now()));

    awaitEnd(former);
    assertThat(deadLetters().countDocuments(eq("subject", member))).isEqualTo(2);
    assertThat(deadLetters().distinct("group", eq("subject", member), String.class))
        .containsExactly("identity.phones");
    assertThat(refresh(staff)).isEqualTo(200);
  }

  @Test
  void areSignedOutAtOnceWhereTheNumberIsTakenAwayAndWhoSignsInByItLaterIsNot() {
    String number = RunningIdentity.newPhone();
    Answer former = identity.signIn(number);
    Answer ofAnotherNumber = identity.signIn(RunningIdentity.newPhone());
    identity.advance(Duration.ofMinutes(1));
    Instant takenAway = identity.now();
    identity.advance(Duration.ofMinutes(1));
    Answer next = identity.signIn(number);

    tell(phoneLeft(indexOf(former), "none:" + member, takenAway));

    awaitEnd(former);
    awaitAllHandled();
    assertThat(refresh(former)).isEqualTo(401);
    assertThat(refresh(next)).isEqualTo(200);
    assertThat(refresh(ofAnotherNumber)).isEqualTo(200);
  }

  @Test
  void areSignedOutOfTheNumberTheyLeftAndStaySignedInByTheirNewOne() {
    Answer byTheOldOne = identity.signIn(RunningIdentity.newPhone());
    identity.advance(Duration.ofMinutes(1));
    Answer byTheNewOne = identity.signIn(RunningIdentity.newPhone());
    identity.advance(Duration.ofMinutes(1));

    tell(phoneLeft(indexOf(byTheOldOne), indexOf(byTheNewOne), identity.now()));

    awaitEnd(byTheOldOne);
    awaitAllHandled();
    assertThat(refresh(byTheOldOne)).isEqualTo(401);
    assertThat(refresh(byTheNewOne)).isEqualTo(200);
  }

  @Test
  void staySignedInByANumberThatNoEventNames() {
    Answer former = identity.signIn(RunningIdentity.newPhone());
    Answer staff = identity.signIn("reviewer", RunningIdentity.PASSWORD);
    identity.advance(Duration.ofHours(1));
    ObjectNode ofBefore = payload("none:" + member, identity.now());
    assertThat(ofBefore.has("formerPhoneIndex")).isFalse();

    tell(
        event(ofBefore, identity.now()),
        event(
            payload("none:" + member, identity.now()).putNull("formerPhoneIndex"), identity.now()));
    awaitAllHandled();

    assertThat(refresh(former)).isEqualTo(200);
    assertThat(refresh(staff)).isEqualTo(200);
  }

  /** As told before events named the number that was left. */
  private static ObjectNode payload(String phoneIndex, Instant at) {
    ObjectNode sample =
        (ObjectNode)
            JsonMapper.shared().readTree(ApprovedSamples.of(EventType.MEMBER_PHONE_CHANGED));
    sample.remove("formerPhoneIndex");
    return sample.put("phoneIndex", phoneIndex).put("changedAt", at.toString());
  }

  private StoredEvent phoneLeft(String phoneIndex, String leftFor, Instant at) {
    return event(payload(leftFor, at).put("formerPhoneIndex", phoneIndex), at);
  }

  private StoredEvent phoneChanged(String phoneIndex, Instant at) {
    return event(payload(phoneIndex, at), at);
  }

  private StoredEvent event(ObjectNode payload, Instant at) {
    return event(payload.put("memberId", member).toString(), at);
  }

  private StoredEvent event(String data, Instant at) {
    return new StoredEvent(
        UUID.randomUUID().toString(),
        EventType.MEMBER_PHONE_CHANGED.type(),
        member,
        1,
        at,
        null,
        data);
  }

  private void tell(StoredEvent... events) {
    identity.bean(EventPublisher.class).sendAndAwait(List.of(events));
  }

  /** Returns when all that was told of the member until now has been handled. */
  private void awaitAllHandled() {
    Answer last = identity.signIn(RunningIdentity.newPhone());
    tell(phoneChanged(indexOf(last), identity.now().plus(Duration.ofHours(1))));
    awaitEnd(last);
  }

  private static void awaitEnd(Answer session) {
    String id = RefreshToken.parse(session.text("refreshToken")).orElseThrow().sessionId();
    await()
        .atMost(SOON)
        .until(() -> Stored.shared().getCollection("sessions").countDocuments(eq("_id", id)) == 0);
  }

  private static String indexOf(Answer session) {
    return String.valueOf(Tokens.claims(session).getClaim("phone_index"));
  }

  private int refresh(Answer session) {
    return identity.refresh(session.text("refreshToken")).status();
  }

  private double ended() {
    return identity
        .bean(MeterRegistry.class)
        .get("nuanxin.identity.sessions.ended")
        .counter()
        .count();
  }

  private static MongoCollection<Document> deadLetters() {
    return Stored.shared().getCollection("deadLetters");
  }
}
