package org.nuanxin.membership.member.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.testing.TestDatabase;
import org.nuanxin.membership.calendar.WorkingCalendar;
import org.nuanxin.membership.figures.City;
import org.nuanxin.membership.figures.Counted;
import org.nuanxin.membership.figures.Counts;
import org.nuanxin.membership.figures.Figures;
import org.nuanxin.membership.figures.ReadFigures;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.ApplicationState;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Step;
import org.nuanxin.membership.reference.ReferenceData;
import org.nuanxin.membership.union.UnionTree;

/** Counts of made-up lives on the real database, against a count of the same lives by hand. */
class MongoCountsTest {

  private static final String FEDERATION = "460200";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2026-11-24T08:45:00Z");
  private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZONE);
  private static final int PERSONS = 2_000;

  private final UnionTree unions = ReferenceData.unionTree();
  private final WorkingCalendar calendar = ReferenceData.calendar(ZONE, LocalTime.of(17, 30));
  private final TestDatabase database = TestDatabase.fresh();
  private final MongoCollection<BsonDocument> documents =
      database.get().getCollection(MemberIndexes.MEMBERS, BsonDocument.class);
  private final MadeUpLives lives = new MadeUpLives(7, unions, calendar, NOW);
  private final List<Member> persons = lives.persons(PERSONS);
  private final MongoCounts counts = new MongoCounts(database.get(), calendar);

  @BeforeEach
  void store() {
    new MemberIndexes().create(database.get());
    documents.insertMany(persons.stream().map(MemberForm::write).toList());
  }

  @AfterEach
  void drop() {
    database.get().drop();
    database.close();
  }

  @Test
  void countsExactlyWhatThereIs() {
    Counted counted = counts.of(FEDERATION, NOW);

    assertThat(
            sums(
                counted.standing().stream(),
                each -> each.union() + each.route() + each.occupation() + each.community(),
                Counted.Standing::count))
        .isEqualTo(
            tally(
                persons.stream()
                    .filter(MongoCountsTest::isStanding)
                    .map(member -> {
                      Application by = member.current();
                      return member.unionId()
                          + by.route()
                          + by.details().occupation()
                          + by.details().communityCode();
                    })));
    assertThat(byDay(counted.applied()))
        .isEqualTo(
            tally(applications().filter(each -> isTold(each.submittedAt())).map(this::dayApplied)));
    assertThat(byDay(counted.joined())).isEqualTo(tally(joinings()));
    assertThat(sums(counted.waiting().stream(), Counted.Waiting::union, Counted.Waiting::count))
        .isEqualTo(tally(waiting().map(Application::unionId)));
    assertThat(counted.waiting().stream().mapToLong(Counted.Waiting::overdue).sum())
        .isEqualTo(waiting().filter(this::isOverdue).count())
        .isPositive();
    assertThat(sums(counted.decided().stream(), Counted.Decided::union, Counted.Decided::count))
        .isEqualTo(tally(decidedToday().map(Application::unionId)));
    assertThat(counted.decided().stream().mapToLong(Counted.Decided::onTime).sum())
        .isEqualTo(decidedToday().filter(this::isOnTime).count())
        .isPositive()
        .isLessThan(decidedToday().count());
  }

  @Test
  void readsNoDocumentOfThoseWhoJoined() {
    List<Document> reads = profiled(() -> counts.of(FEDERATION, NOW));

    assertThat(reads).hasSize(6);
    assertThat(reads)
        .allSatisfy(read -> assertThat(read.getString("planSummary")).startsWith("IXSCAN"));
    List<Document> keysOnly =
        reads.stream()
            .filter(read ->
                List.of(StaffIndexes.JOINED, StaffIndexes.REVIEWED)
                    .contains(read.get("command", Document.class).get("hint")))
            .toList();
    assertThat(keysOnly).hasSize(3);
    assertThat(keysOnly)
        .allSatisfy(read -> {
          assertThat(number(read, "docsExamined")).isZero();
          assertThat(number(read, "keysExamined")).isPositive();
        });
  }

  @Test
  void addsUpToTheSameForEveryUnionAlone() {
    ReadFigures figures = figures(Duration.ofMinutes(1));
    Figures all = figures.of(FEDERATION, union -> true, 92);
    List<Figures> each =
        unions.unions().stream()
            .map(union -> figures.of(FEDERATION, union.id()::equals, 92))
            .toList();

    assertThat(each.stream().mapToLong(Figures::joined).sum()).isEqualTo(all.joined());
    assertThat(each.stream().mapToLong(Figures::waiting).sum()).isEqualTo(all.waiting());
    assertThat(each.stream().mapToLong(one -> one.today().decided()).sum())
        .isEqualTo(all.today().decided());
    assertThat(all.byUnion()).hasSize(20);
    assertThat(all.byUnion())
        .isSortedAccordingTo((one, other) -> Long.compare(other.joined(), one.joined()));
    assertThat(all.byDistrict().stream().mapToLong(Figures.DistrictFigures::joined).sum())
        .isEqualTo(all.joined());
    assertThat(all.coverage()).isEqualTo(new Figures.Coverage(23_000, all.joined()));
  }

  @Test
  void countsOnceHoweverManyAskAtOnce() {
    ReadFigures figures = figures(Duration.ofMinutes(1));
    List<Callable<Figures>> calls = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      calls.add(() -> figures.of(FEDERATION, union -> true, 14));
    }

    List<Document> reads =
        profiled(() -> {
          try (ExecutorService staff = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(staff.invokeAll(calls).stream().map(Future::resultNow).distinct())
                .hasSize(1);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    assertThat(reads).hasSize(6);
  }

  @Test
  void countsAnewWhenTheLastCountIsOld() {
    ReadFigures figures = figures(Duration.ZERO);
    long before = figures.of(FEDERATION, union -> true, 14).joined();
    documents.deleteMany(Filters.eq(MemberForm.STATE, "ACTIVE"));

    assertThat(before).isPositive();
    assertThat(figures.of(FEDERATION, union -> true, 14).joined()).isZero();
  }

  @Test
  void countsMembersOfReleasesThatDidNotStoreWhenTheyJoined() {
    Counted before = counts.of(FEDERATION, NOW);
    documents.updateMany(Filters.exists(MemberForm.JOINED), Updates.unset(MemberForm.JOINED));

    List<Document> commands = profiled(() -> new MemberIndexes().create(database.get()));

    assertThat(byDay(counts.of(FEDERATION, NOW).joined())).isEqualTo(byDay(before.joined()));
    assertThat(commands)
        .extracting(command -> String.valueOf(command.getString("planSummary")))
        .noneMatch(plan -> plan.contains("COLLSCAN"))
        .anyMatch(plan -> plan.startsWith("DISTINCT_SCAN"))
        .anyMatch(plan -> plan.startsWith("IXSCAN"));
  }

  private ReadFigures figures(Duration keep) {
    return new ReadFigures(
        counts, new City(unions, 23_000), Clock.fixed(NOW, ZoneOffset.UTC), keep);
  }

  private List<Document> profiled(Runnable reading) {
    database.get().runCommand(new Document("profile", 2));
    try {
      reading.run();
    } finally {
      database.get().runCommand(new Document("profile", 0));
    }
    return database
        .get()
        .getCollection("system.profile")
        .find(
            Filters.and(
                Filters.eq("ns", database.get().getName() + '.' + MemberIndexes.MEMBERS),
                Filters.ne("op", "getmore")))
        .into(new ArrayList<>());
  }

  private static long number(Document read, String field) {
    return read.get(field, Number.class).longValue();
  }

  private Stream<Application> applications() {
    return persons.stream().flatMap(member -> member.applications().stream());
  }

  private Stream<String> joinings() {
    return persons.stream()
        .flatMap(member ->
            member.joined().stream()
                .flatMap(membership -> membership.joinings().stream())
                .filter(joining -> isTold(joining.joinedAt()))
                .map(joining ->
                    day(joining.joinedAt())
                        + member.applications().stream()
                            .filter(each -> each.id().equals(joining.applicationId()))
                            .findFirst()
                            .orElseThrow()
                            .unionId()));
  }

  private Stream<Application> waiting() {
    return persons.stream()
        .map(Member::current)
        .filter(each -> each.state() == ApplicationState.IN_REVIEW);
  }

  private Stream<Application> decidedToday() {
    return applications()
        .filter(
            each -> each.decision().map(Step::at).filter(at -> day(at).equals(TODAY)).isPresent());
  }

  private boolean isOverdue(Application application) {
    return lives.promised.get(application.id()).isBefore(NOW);
  }

  private boolean isOnTime(Application application) {
    Instant decided = application.decision().orElseThrow().at();
    return !decided.isAfter(lives.promised.get(application.id()));
  }

  private String dayApplied(Application application) {
    return day(application.submittedAt()) + application.unionId();
  }

  private static boolean isStanding(Member member) {
    return member.joined().filter(each -> each.state().isStanding()).isPresent();
  }

  private static boolean isTold(Instant at) {
    return !day(at).isBefore(TODAY.minusDays(Counts.MOST_DAYS - 1L));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }

  private static Map<String, Long> byDay(List<Counted.OfDay> counted) {
    return sums(counted.stream(), each -> each.day() + each.union(), Counted.OfDay::count);
  }

  private static <T> Map<String, Long> sums(
      Stream<T> all, Function<T, String> by, ToLongFunction<T> count) {
    Map<String, Long> sums = new HashMap<>();
    all.forEach(each -> sums.merge(by.apply(each), count.applyAsLong(each), Long::sum));
    return sums;
  }

  private static Map<String, Long> tally(Stream<String> all) {
    return all.collect(Collectors.groupingBy(each -> each, Collectors.counting()));
  }
}
