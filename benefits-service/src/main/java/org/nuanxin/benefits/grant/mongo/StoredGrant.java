package org.nuanxin.benefits.grant.mongo;

import static org.nuanxin.benefits.grant.mongo.GrantFields.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.jspecify.annotations.Nullable;
import org.nuanxin.benefits.grant.Failure;
import org.nuanxin.benefits.grant.Grant;
import org.nuanxin.benefits.grant.GrantId;
import org.nuanxin.benefits.grant.GrantState;
import org.nuanxin.benefits.grant.Opening;
import org.nuanxin.benefits.grant.Task;
import org.nuanxin.benefits.grant.Waiting;
import org.nuanxin.benefits.grant.WaitingReason;
import org.nuanxin.benefits.programme.Validity;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.mongo.UnionPaths;
import org.nuanxin.kit.outbox.Outbox;

/** One grant's document while it is read, field by field in whatever order. */
final class StoredGrant {

  private final Codec<StoredEvent> events;
  private final DecoderContext context;

  private @Nullable String id;
  private String federation = "";
  private int joining;
  private String phoneIndex = "";
  private long phoneSequence;
  private @Nullable String unionPath;
  private String language = "";
  private final List<String> contents = new ArrayList<>();
  private @Nullable Instant from;
  private @Nullable Instant until;
  private @Nullable String traceparent;
  private @Nullable StoredEvent first;
  private @Nullable GrantState state;
  private long version;
  private @Nullable String reference;
  private @Nullable Instant issuedAt;
  private @Nullable Instant usedAt;
  private @Nullable WaitingReason reason;
  private @Nullable String failure;
  private @Nullable Instant since;
  private @Nullable Instant expectedBy;
  private @Nullable Instant due;
  private int attempts;
  private boolean unsure;
  private @Nullable String claim;
  private boolean cancelRequested;
  private @Nullable StoredEvent end;
  private final List<StoredEvent> outbox = new ArrayList<>();

  StoredGrant(Codec<StoredEvent> events, DecoderContext context) {
    this.events = events;
    this.context = context;
  }

  /** Takes the field at which the reader stands; one of a later version is passed over. */
  void read(BsonReader reader) {
    switch (reader.readName()) {
      case ID -> id = reader.readString();
      case FEDERATION -> federation = reader.readString();
      case JOINING -> joining = reader.readInt32();
      case PHONE_INDEX -> phoneIndex = reader.readString();
      case PHONE_SEQUENCE -> phoneSequence = reader.readInt64();
      case UNION_PATH -> unionPath = reader.readString();
      case LANGUAGE -> language = reader.readString();
      case CONTENTS -> array(reader, () -> contents.add(reader.readString()));
      case FROM -> from = instant(reader);
      case UNTIL -> until = instant(reader);
      case TRACEPARENT -> traceparent = reader.readString();
      case FIRST -> first = events.decode(reader, context);
      case STATE -> state = GrantState.valueOf(reader.readString());
      case Outbox.VERSION -> version = reader.readInt64();
      case REFERENCE -> reference = reader.readString();
      case ISSUED_AT -> issuedAt = instant(reader);
      case USED_AT -> usedAt = instant(reader);
      case REASON -> reason = WaitingReason.valueOf(reader.readString());
      case FAILURE -> failure = reader.readString();
      case SINCE -> since = instant(reader);
      case EXPECTED_BY -> expectedBy = instant(reader);
      case DUE -> due = instant(reader);
      case ATTEMPTS -> attempts = reader.readInt32();
      case UNSURE -> unsure = reader.readBoolean();
      case CLAIM -> claim = reader.readString();
      case CANCEL_REQUESTED -> cancelRequested = reader.readBoolean();
      case END -> end = events.decode(reader, context);
      case Outbox.EVENTS -> array(reader, () -> outbox.add(events.decode(reader, context)));
      default -> reader.skipValue();
    }
  }

  private static Instant instant(BsonReader reader) {
    return Instant.ofEpochMilli(reader.readDateTime());
  }

  private static void array(BsonReader reader, Runnable element) {
    reader.readStartArray();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      element.run();
    }
    reader.readEndArray();
  }

  /** The grant, when all fields are read. */
  Grant grant() {
    if (id == null || state == null || first == null) {
      throw new IllegalStateException("Not a grant's document");
    }
    return new Grant(
        new Opening(
            GrantId.parse(id).orElseThrow(),
            federation,
            joining,
            new Opening.Owner(phoneIndex, phoneSequence),
            UnionPaths.read(unionPath),
            language,
            contents,
            new Validity(from, until),
            traceparent),
        state,
        version,
        reference,
        issuedAt,
        usedAt,
        reason == null || since == null ? null : new Waiting(reason, since, expectedBy),
        failure == null || since == null ? null : new Failure(failure, since),
        new Task(due, attempts, unsure, claim, cancelRequested),
        first,
        end,
        outbox);
  }
}
