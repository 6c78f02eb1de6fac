package org.nuanxin.membership.member.mongo;

import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.ApplicationState;
import org.nuanxin.membership.member.Details;
import org.nuanxin.membership.member.FieldReason;
import org.nuanxin.membership.member.Language;
import org.nuanxin.membership.member.RejectionCode;
import org.nuanxin.membership.member.Step;
import org.nuanxin.membership.union.Occupation;
import org.nuanxin.membership.union.Route;

/** An application as BSON. Field names are short because each is stored with every document. */
final class ApplicationForm {

  /** State. */
  static final String STATE = "s";

  /** The union it is assigned to. */
  static final String UNION = "u";

  /** True where it ever was in a reviewer's queue; absent otherwise, so that no index holds it. */
  static final String REVIEWED = "rv";

  /** Place in the queue: by when it is due, or since when it waits where nobody can say. */
  static final String QUEUED = "q";

  /** Why to that union. */
  static final String ROUTE = "r";

  /** By when it is decided; absent where it is decided, or nobody can say. */
  static final String DUE = "due";

  /** When it came in. */
  static final String SUBMITTED = "t";

  /** When each of its steps was. */
  static final String STEP_TIMES = "st.t";

  /** The applicant's occupation. */
  static final String OCCUPATION = "d.oc";

  /** The applicant's community. */
  static final String COMMUNITY = "d.co";

  private static final String ORDINAL = "o";
  private static final String DETAILS = "d";
  private static final String STEPS = "st";
  private static final String RETURNED = "rf";

  private ApplicationForm() {}

  static BsonDocument write(Application application) {
    BsonDocument document = new BsonDocument();
    document.put(ORDINAL, Bson.number(application.ordinal()));
    document.put(STATE, Bson.text(application.state().name()));
    document.put(UNION, Bson.text(application.unionId()));
    document.put(ROUTE, Bson.text(application.route().name()));
    document.put(DETAILS, write(application.details()));
    document.put(SUBMITTED, Bson.time(application.submittedAt()));
    Bson.put(document, DUE, application.dueAt());
    if (application.reviewed()) {
      document.put(REVIEWED, BsonBoolean.TRUE);
      document.put(
          QUEUED,
          Bson.time(application.dueAt() == null ? application.submittedAt() : application.dueAt()));
    }
    document.put(STEPS, Bson.array(application.history(), ApplicationForm::write));
    if (!application.returnedFields().isEmpty()) {
      document.put(RETURNED, Bson.texts(application.returnedFields()));
    }
    return document;
  }

  static Application read(String memberId, BsonDocument document) {
    int ordinal = Bson.number(document, ORDINAL);
    return new Application(
        Application.idOf(memberId, ordinal),
        ordinal,
        ApplicationState.valueOf(Bson.text(document, STATE)),
        details(document.getDocument(DETAILS)),
        Bson.text(document, UNION),
        Route.valueOf(Bson.text(document, ROUTE)),
        document.containsKey(REVIEWED),
        Bson.timeOrNull(document, DUE),
        Bson.time(document, SUBMITTED),
        Bson.documents(document, STEPS, ApplicationForm::step),
        Bson.texts(document, RETURNED));
  }

  private static BsonDocument write(Details details) {
    BsonDocument document = new BsonDocument();
    document.put("oc", Bson.text(details.occupation().name()));
    if (!details.platforms().isEmpty()) {
      document.put("pl", Bson.texts(details.platforms()));
    }
    Bson.put(document, "em", details.employer());
    document.put("co", Bson.text(details.communityCode()));
    Bson.put(document, "sc", details.stationCode());
    document.put("cv", Bson.text(details.consentVersion()));
    document.put("la", Bson.text(details.language().tag()));
    return document;
  }

  private static Details details(BsonDocument document) {
    return new Details(
        Occupation.valueOf(Bson.text(document, "oc")),
        Bson.texts(document, "pl"),
        Bson.textOrNull(document, "em"),
        Bson.text(document, "co"),
        Bson.textOrNull(document, "sc"),
        Bson.text(document, "cv"),
        Language.of(Bson.text(document, "la")).orElse(Language.CHINESE));
  }

  private static BsonDocument write(Step step) {
    BsonDocument document = new BsonDocument();
    document.put("t", Bson.time(step.at()));
    document.put("by", Bson.text(step.actor()));
    document.put("a", Bson.text(step.action().name()));
    Bson.put(document, "r", step.reason());
    if (!step.fields().isEmpty()) {
      document.put("f", Bson.texts(step.fields()));
    }
    if (!step.fieldReasons().isEmpty()) {
      document.put("fr", Bson.array(step.fieldReasons(), ApplicationForm::write));
    }
    Bson.put(document, "c", step.code() == null ? null : step.code().name());
    return document;
  }

  private static BsonDocument write(FieldReason reason) {
    BsonDocument document = new BsonDocument();
    document.put("f", Bson.text(reason.field()));
    document.put("r", Bson.text(reason.reason()));
    return document;
  }

  private static Step step(BsonDocument document) {
    return new Step(
        Bson.time(document, "t"),
        Bson.text(document, "by"),
        Step.Action.valueOf(Bson.text(document, "a")),
        Bson.textOrNull(document, "r"),
        Bson.texts(document, "f"),
        Bson.documents(
            document, "fr", each -> new FieldReason(Bson.text(each, "f"), Bson.text(each, "r"))),
        document.containsKey("c") ? RejectionCode.valueOf(Bson.text(document, "c")) : null);
  }
}
