package org.nuanxin.membership.member.mongo;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.outbox.Outbox;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.Identity;
import org.nuanxin.membership.member.Joining;
import org.nuanxin.membership.member.KeyUse;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Membership;
import org.nuanxin.membership.member.MembershipState;

/** A person as BSON, without the outbox. */
final class MemberForm {

  static final String ID = "_id";
  static final String FEDERATION = "f";
  static final String IDS = "ids";
  static final String PHONES = "phones";
  static final String CURRENT = "a";
  static final String KEYS = "keys";
  static final String KEY_HASH = "keys.h";
  static final String EARLIER = "h";

  /** State of the membership; absent before joining. */
  static final String STATE = "m.s";

  /** Number on the card. */
  static final String NUMBER = "m.n";

  /** The union of the membership. */
  static final String UNION = "m.u";

  /** When the person joined last; beside the list of joinings because no index orders by a list. */
  static final String JOINED = "m.t";

  private static final String NAME = "n";
  private static final String ID_NUMBER = "i";
  private static final String PHONE = "p";
  private static final String MEMBERSHIP = "m";

  private MemberForm() {}

  /** Everything but id, federation, version and outbox: what a change may set. */
  static BsonDocument state(Member member) {
    BsonDocument document = new BsonDocument();
    Identity identity = member.identity();
    document.put(NAME, Bson.text(identity.name()));
    document.put(ID_NUMBER, Bson.text(identity.idNumber()));
    document.put(PHONE, Bson.text(identity.phone()));
    document.put(IDS, Bson.texts(identity.ids()));
    document.put(PHONES, Bson.texts(identity.phones()));
    document.put(CURRENT, ApplicationForm.write(member.current()));
    List<Application> earlier = member.applications().subList(0, member.applications().size() - 1);
    if (!earlier.isEmpty()) {
      document.put(EARLIER, Bson.array(earlier, ApplicationForm::write));
    }
    if (member.membership() != null) {
      document.put(MEMBERSHIP, write(member.membership()));
    }
    document.put(KEYS, Bson.array(member.keys(), MemberForm::write));
    return document;
  }

  static BsonDocument write(Member member) {
    BsonDocument document = new BsonDocument();
    document.put(ID, Bson.text(member.id()));
    document.put(FEDERATION, Bson.text(member.federation()));
    document.put(Outbox.VERSION, new BsonInt64(member.version()));
    document.putAll(state(member));
    return document;
  }

  static Member read(BsonDocument document) {
    String id = Bson.text(document, ID);
    List<Application> applications =
        new ArrayList<>(Bson.documents(document, EARLIER, each -> ApplicationForm.read(id, each)));
    applications.add(ApplicationForm.read(id, document.getDocument(CURRENT)));
    return new Member(
        id,
        Bson.text(document, FEDERATION),
        document.getNumber(Outbox.VERSION).longValue(),
        new Identity(
            Bson.text(document, NAME),
            Bson.text(document, ID_NUMBER),
            Bson.text(document, PHONE),
            Bson.texts(document, IDS),
            Bson.texts(document, PHONES)),
        applications,
        membership(document.get(MEMBERSHIP), id),
        Bson.documents(document, KEYS, MemberForm::key),
        List.of());
  }

  private static BsonDocument write(Membership membership) {
    BsonDocument document = new BsonDocument();
    document.put("s", Bson.text(membership.state().name()));
    document.put("n", Bson.text(membership.number()));
    document.put("u", Bson.text(membership.unionId()));
    document.put("j", Bson.array(membership.joinings(), MemberForm::write));
    document.put("t", Bson.time(membership.joining().joinedAt()));
    return document;
  }

  private static @Nullable Membership membership(@Nullable BsonValue value, String memberId) {
    if (value == null) {
      return null;
    }
    BsonDocument document = value.asDocument();
    return new Membership(
        MembershipState.valueOf(Bson.text(document, "s")),
        Bson.text(document, "n"),
        Bson.text(document, "u"),
        Bson.documents(document, "j", each -> joining(each, memberId)));
  }

  private static BsonDocument write(Joining joining) {
    BsonDocument document = new BsonDocument();
    document.put("o", Bson.number(joining.ordinal()));
    // The application's id is the person's with its ordinal, so the ordinal is enough.
    String application = joining.applicationId();
    int ordinal = Integer.parseInt(application.substring(application.lastIndexOf('-') + 1));
    document.put("a", Bson.number(ordinal));
    document.put("t", Bson.time(joining.joinedAt()));
    Bson.put(document, "l", joining.leftAt());
    return document;
  }

  private static Joining joining(BsonDocument document, String memberId) {
    return new Joining(
        Bson.number(document, "o"),
        Application.idOf(memberId, Bson.number(document, "a")),
        Bson.time(document, "t"),
        Bson.timeOrNull(document, "l"));
  }

  private static BsonDocument write(KeyUse key) {
    BsonDocument document = new BsonDocument();
    document.put("h", Bson.text(key.hash()));
    document.put("b", Bson.text(key.body()));
    document.put("o", Bson.number(key.ordinal()));
    document.put("t", Bson.time(key.at()));
    return document;
  }

  private static KeyUse key(BsonDocument document) {
    return new KeyUse(
        Bson.text(document, "h"),
        Bson.text(document, "b"),
        Bson.number(document, "o"),
        Bson.time(document, "t"));
  }
}
