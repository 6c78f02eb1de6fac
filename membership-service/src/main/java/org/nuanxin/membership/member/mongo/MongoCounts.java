package org.nuanxin.membership.member.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.nuanxin.membership.calendar.WorkingCalendar;
import org.nuanxin.membership.figures.Counted;
import org.nuanxin.membership.figures.Counts;
import org.nuanxin.membership.figures.Timeliness;
import org.nuanxin.membership.member.ApplicationState;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.MembershipState;
import org.nuanxin.membership.union.Occupation;
import org.nuanxin.membership.union.Route;

/**
 * Counts from keys: of those who joined and of what was reviewed no document is read. Documents are
 * read of what waits, of what reviewers did today, and of who applied again lately.
 *
 * <p>What the rules approve comes in and joins at the same instant, so that the key of the joining
 * tells both; only what went to review has a time of its own.
 */
final class MongoCounts implements Counts {

  private static final String APPLICATION = MemberForm.CURRENT + '.';
  private static final String STATE = APPLICATION + ApplicationForm.STATE;
  private static final String REVIEWED = APPLICATION + ApplicationForm.REVIEWED;
  private static final String SUBMITTED = APPLICATION + ApplicationForm.SUBMITTED;
  private static final String APPLIED_TO = APPLICATION + ApplicationForm.UNION;
  private static final List<String> STANDING_STATES =
      StaffIndexes.EVER_JOINED.stream()
          .filter(state -> MembershipState.valueOf(state).isStanding())
          .toList();

  private final IndexedMembers members;
  private final WorkingCalendar calendar;
  private final Timeliness timeliness;

  MongoCounts(MongoDatabase database, WorkingCalendar calendar) {
    this.members = new IndexedMembers(database, calendar.zone());
    this.calendar = calendar;
    this.timeliness = new Timeliness(calendar);
  }

  @Override
  public Counted of(String federation, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, calendar.zone());
    Tally tally = new Tally(today, calendar.zone(), timeliness);
    Instant since = start(today.minusDays(MOST_DAYS - 1L));
    joined(federation, since, tally);
    reviewed(federation, since, tally);
    again(federation, since).forEach(tally::addEarlierOf);
    touchedToday(federation, start(today)).forEach(member -> tally.addDecision(member.current()));
    return tally.counted(now, standing(federation), waiting(federation, now));
  }

  private List<Counted.Standing> standing(String federation) {
    List<Counted.Standing> standing = new ArrayList<>();
    members
        .counted(
            and(eq(MemberForm.FEDERATION, federation), in(MemberForm.STATE, STANDING_STATES)),
            new Document("union", "$" + MemberForm.UNION)
                .append("route", "$" + APPLICATION + ApplicationForm.ROUTE)
                .append("occupation", "$" + APPLICATION + ApplicationForm.OCCUPATION)
                .append("community", "$" + APPLICATION + ApplicationForm.COMMUNITY),
            StaffIndexes.JOINED)
        .forEach(cell -> {
          BsonDocument key = cell.getDocument(MemberForm.ID);
          standing.add(
              new Counted.Standing(
                  Bson.text(key, "union"),
                  Route.valueOf(Bson.text(key, "route")),
                  Occupation.valueOf(Bson.text(key, "occupation")),
                  Bson.text(key, "community"),
                  IndexedMembers.count(cell)));
        });
    return standing;
  }

  private void joined(String federation, Instant since, Tally tally) {
    Document key =
        new Document("day", members.day(MemberForm.JOINED))
            .append("union", "$" + MemberForm.UNION)
            .append("reviewed", "$" + REVIEWED);
    members
        .counted(
            and(
                eq(MemberForm.FEDERATION, federation),
                in(MemberForm.STATE, StaffIndexes.EVER_JOINED),
                gte(MemberForm.JOINED, since)),
            key,
            StaffIndexes.JOINED)
        .forEach(cell -> {
          BsonDocument of = cell.getDocument(MemberForm.ID);
          boolean reviewed = of.containsKey("reviewed") && of.get("reviewed").isBoolean();
          tally.addJoined(
              Bson.time(of, "day"), Bson.text(of, "union"), IndexedMembers.count(cell), reviewed);
        });
  }

  private void reviewed(String federation, Instant since, Tally tally) {
    Document key = new Document("day", members.day(SUBMITTED)).append("union", "$" + APPLIED_TO);
    members
        .counted(
            and(eq(MemberForm.FEDERATION, federation), eq(REVIEWED, true), gte(SUBMITTED, since)),
            key,
            StaffIndexes.REVIEWED)
        .forEach(cell -> {
          BsonDocument of = cell.getDocument(MemberForm.ID);
          tally.addApplied(
              Bson.time(of, "day"), Bson.text(of, "union"), IndexedMembers.count(cell));
        });
  }

  private List<Counted.Waiting> waiting(String federation, Instant now) {
    // What has no due time is never late.
    Document dueOrNow =
        new Document("$ifNull", List.of("$" + APPLICATION + ApplicationForm.DUE, now));
    Document overdue =
        new Document("$cond", List.of(new Document("$lt", List.of(dueOrNow, now)), 1, 0));
    List<Counted.Waiting> waiting = new ArrayList<>();
    members
        .counted(
            and(
                eq(MemberForm.FEDERATION, federation),
                eq(REVIEWED, true),
                eq(STATE, ApplicationState.IN_REVIEW.name())),
            "$" + APPLIED_TO,
            MemberIndexes.QUEUE,
            Accumulators.sum("overdue", overdue))
        .forEach(cell ->
            waiting.add(
                new Counted.Waiting(
                    Bson.text(cell, MemberForm.ID),
                    IndexedMembers.count(cell),
                    cell.getNumber("overdue").longValue())));
    return waiting;
  }

  private List<Member> again(String federation, Instant since) {
    return members.read(
        and(
            eq(MemberForm.FEDERATION, federation),
            exists(MemberForm.EARLIER),
            gte(SUBMITTED, since)),
        StaffIndexes.APPLIED_AGAIN);
  }

  private List<Member> touchedToday(String federation, Instant since) {
    return members.read(
        and(
            eq(MemberForm.FEDERATION, federation),
            eq(REVIEWED, true),
            gte(APPLICATION + ApplicationForm.STEP_TIMES, since)),
        StaffIndexes.REVIEW_STEPS);
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(calendar.zone()).toInstant();
  }
}
