package org.nuanxin.membership.member;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Somebody applies. One insert in the usual case; only where it meets a document that is there
 * already is anything looked up.
 */
public final class ApplyForMembership {

  /** How it ended. */
  public sealed interface Outcome {}

  /** Stored; approved or in review. */
  public record Accepted(Member member, Application application) implements Outcome {}

  /** The same request came before; the application as it stands now. */
  public record Replayed(Member member, Application application) implements Outcome {}

  /** The key was used for something else. */
  public record KeyReused() implements Outcome {}

  /**
   * The person has applied or is a member, or the phone belongs to somebody else.
   *
   * @param applicationId null for a caller who may not know
   */
  public record AlreadyThere(@Nullable String applicationId) implements Outcome {}

  /** The person has applied too often within a week. */
  public record TooOften() implements Outcome {}

  private static final int ATTEMPTS = 4;

  private final Members members;
  private final Identities identities;
  private final Judgement judgement;
  private final Function<Instant, String> ids;
  private final Clock clock;

  /**
   * @param ids makes the id of somebody new
   */
  public ApplyForMembership(
      Members members,
      Identities identities,
      Judgement judgement,
      Function<Instant, String> ids,
      Clock clock) {
    this.members = members;
    this.identities = identities;
    this.judgement = judgement;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Applies.
   *
   * @throws Members.Overtaken when others change the same person all the time; safe to repeat
   */
  public Outcome handle(Applying applying) {
    List<String> idIndexes = identities.idIndexes(applying.person().idNumber());
    List<String> digests = identities.digests(applying.content());
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Instant now = clock.instant();
      Member fresh = fresh(applying, idIndexes, digests.getFirst(), now);
      if (members.add(fresh)) {
        return new Accepted(fresh, fresh.current());
      }
      Optional<Outcome> outcome = meetsExisting(applying, idIndexes, digests, now);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    throw new Members.Overtaken("a person who applies");
  }

  private Member fresh(Applying applying, List<String> idIndexes, String digest, Instant now) {
    String id = ids.apply(now);
    return Member.apply(
        id,
        applying.federation(),
        identities.seal(id, applying.person(), idIndexes, applying.phones()),
        judgement.submission(applying, digest, null, now));
  }

  /** Empty where what stood in the way is gone, or was changed in between: try again. */
  private Optional<Outcome> meetsExisting(
      Applying applying, List<String> idIndexes, List<String> digests, Instant now) {
    String federation = applying.federation();
    Optional<Member> withKey = members.withKey(federation, applying.keyHash());
    if (withKey.isPresent()) {
      return replay(withKey.get(), applying.keyHash(), digests);
    }
    Optional<Member> known = members.withIdNumber(federation, idIndexes);
    if (known.isPresent()) {
      return again(known.get(), applying, idIndexes, digests.getFirst(), now);
    }
    return applying.phones().stream()
        .flatMap(phone -> members.withPhone(federation, phone).stream())
        .findFirst()
        .map(other -> new AlreadyThere(null));
  }

  private Optional<Outcome> replay(Member member, String keyHash, List<String> digests) {
    return member
        .keyUse(keyHash)
        .map(use ->
            digests.contains(use.body())
                ? new Replayed(member, application(member, use.ordinal()))
                : new KeyReused());
  }

  private Application application(Member member, int ordinal) {
    return member
        .application(ordinal)
        .or(() -> members.archived(Application.idOf(member.id(), ordinal)))
        .orElseThrow(
            () -> new IllegalStateException("An application is neither kept nor archived"));
  }

  private Optional<Outcome> again(
      Member known, Applying applying, List<String> idIndexes, String digest, Instant now) {
    if (!applying.mayKnow().test(known)) {
      return Optional.of(new AlreadyThere(null));
    }
    if (!known.mayApply()) {
      return Optional.of(new AlreadyThere(known.current().id()));
    }
    if (known.keysOfLastWeek(now).size() >= Member.MOST_APPLICATIONS) {
      return Optional.of(new TooOften());
    }
    Member applied =
        known.applyAgain(
            identities.seal(known.id(), applying.person(), idIndexes, applying.phones()),
            judgement.submission(applying, digest, known, now));
    try {
      members.save(applied);
      return Optional.of(new Accepted(applied, applied.current()));
    } catch (Members.Overtaken e) {
      return Optional.empty();
    } catch (Members.Taken e) {
      // The key or the phone is another person's by now; the next round says whose.
      return phoneOfAnother(applying, known);
    }
  }

  private Optional<Outcome> phoneOfAnother(Applying applying, Member known) {
    boolean another =
        applying.phones().stream()
            .flatMap(phone -> members.withPhone(applying.federation(), phone).stream())
            .anyMatch(other -> !other.id().equals(known.id()));
    return another ? Optional.of(new AlreadyThere(null)) : Optional.empty();
  }
}
