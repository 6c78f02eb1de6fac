package org.nuanxin.benefits.grant.mongo;

import static org.nuanxin.benefits.grant.mongo.GrantFields.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
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
import org.nuanxin.kit.outbox.Outbox;

/** A grant as a flat document; what is null, false or zero by default is left out. */
final class GrantCodec implements Codec<Grant> {

  private final Codec<StoredEvent> events;

  GrantCodec(Codec<StoredEvent> events) {
    this.events = events;
  }

  @Override
  public Class<Grant> getEncoderClass() {
    return Grant.class;
  }

  @Override
  public void encode(BsonWriter writer, Grant grant, EncoderContext context) {
    writer.writeStartDocument();
    Opening opening = grant.opening();
    writer.writeString(ID, opening.id().toString());
    writer.writeString(FEDERATION, opening.federation());
    writer.writeString(PROGRAMME, opening.id().programme());
    writer.writeInt32(JOINING, opening.joining());
    writer.writeString(PHONE_INDEX, opening.owner().phoneIndex());
    writer.writeInt64(PHONE_SEQUENCE, opening.owner().sequence());
    writer.writeString(LANGUAGE, opening.language());
    writer.writeStartArray(CONTENTS);
    opening.contents().forEach(writer::writeString);
    writer.writeEndArray();
    write(writer, FROM, opening.validity().from());
    write(writer, UNTIL, opening.validity().until());
    write(writer, TRACEPARENT, opening.traceparent());
    write(writer, FIRST, grant.first(), context);
    writeProgress(writer, grant, context);
    writer.writeEndDocument();
  }

  private void writeProgress(BsonWriter writer, Grant grant, EncoderContext context) {
    writer.writeString(STATE, grant.state().name());
    writer.writeInt64(Outbox.VERSION, grant.version());
    write(writer, REFERENCE, grant.reference());
    write(writer, ISSUED_AT, grant.issuedAt());
    write(writer, USED_AT, grant.usedAt());
    Waiting waiting = grant.waiting();
    if (waiting != null) {
      writer.writeString(REASON, waiting.reason().name());
      write(writer, SINCE, waiting.since());
      write(writer, EXPECTED_BY, waiting.expectedBy());
    }
    Failure failure = grant.failure();
    if (failure != null) {
      writer.writeString(FAILURE, failure.code());
      write(writer, SINCE, failure.at());
    }
    Task task = grant.task();
    write(writer, DUE, task.due());
    if (task.attempts() > 0) {
      writer.writeInt32(ATTEMPTS, task.attempts());
    }
    if (task.unsure()) {
      writer.writeBoolean(UNSURE, true);
    }
    write(writer, CLAIM, task.claim());
    if (task.cancelRequested()) {
      writer.writeBoolean(CANCEL_REQUESTED, true);
    }
    if (grant.end() != null) {
      write(writer, END, grant.end(), context);
    }
  }

  private void write(BsonWriter writer, String name, StoredEvent event, EncoderContext context) {
    writer.writeName(name);
    events.encode(writer, event, context);
  }

  private static void write(BsonWriter writer, String name, @Nullable Instant at) {
    if (at != null) {
      writer.writeDateTime(name, at.toEpochMilli());
    }
  }

  private static void write(BsonWriter writer, String name, @Nullable String text) {
    if (text != null) {
      writer.writeString(name, text);
    }
  }

  @Override
  public Grant decode(BsonReader reader, DecoderContext context) {
    Fields fields = new Fields();
    reader.readStartDocument();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      read(reader, fields, context);
    }
    reader.readEndDocument();
    return fields.grant();
  }

  private void read(BsonReader reader, Fields fields, DecoderContext context) {
    switch (reader.readName()) {
      case ID -> fields.id = reader.readString();
      case FEDERATION -> fields.federation = reader.readString();
      case JOINING -> fields.joining = reader.readInt32();
      case PHONE_INDEX -> fields.phoneIndex = reader.readString();
      case PHONE_SEQUENCE -> fields.phoneSequence = reader.readInt64();
      case LANGUAGE -> fields.language = reader.readString();
      case CONTENTS -> array(reader, () -> fields.contents.add(reader.readString()));
      case FROM -> fields.from = instant(reader);
      case UNTIL -> fields.until = instant(reader);
      case TRACEPARENT -> fields.traceparent = reader.readString();
      case FIRST -> fields.first = events.decode(reader, context);
      case STATE -> fields.state = GrantState.valueOf(reader.readString());
      case Outbox.VERSION -> fields.version = reader.readInt64();
      case REFERENCE -> fields.reference = reader.readString();
      case ISSUED_AT -> fields.issuedAt = instant(reader);
      case USED_AT -> fields.usedAt = instant(reader);
      case REASON -> fields.reason = WaitingReason.valueOf(reader.readString());
      case FAILURE -> fields.failure = reader.readString();
      case SINCE -> fields.since = instant(reader);
      case EXPECTED_BY -> fields.expectedBy = instant(reader);
      case DUE -> fields.due = instant(reader);
      case ATTEMPTS -> fields.attempts = reader.readInt32();
      case UNSURE -> fields.unsure = reader.readBoolean();
      case CLAIM -> fields.claim = reader.readString();
      case CANCEL_REQUESTED -> fields.cancelRequested = reader.readBoolean();
      case END -> fields.end = events.decode(reader, context);
      case Outbox.EVENTS -> array(reader, () -> fields.outbox.add(events.decode(reader, context)));
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

  /** What was read so far of one document. */
  private static final class Fields {
    @Nullable String id;
    String federation = "";
    int joining;
    String phoneIndex = "";
    long phoneSequence;
    String language = "";
    final List<String> contents = new ArrayList<>();
    @Nullable Instant from;
    @Nullable Instant until;
    @Nullable String traceparent;
    @Nullable StoredEvent first;
    @Nullable GrantState state;
    long version;
    @Nullable String reference;
    @Nullable Instant issuedAt;
    @Nullable Instant usedAt;
    @Nullable WaitingReason reason;
    @Nullable String failure;
    @Nullable Instant since;
    @Nullable Instant expectedBy;
    @Nullable Instant due;
    int attempts;
    boolean unsure;
    @Nullable String claim;
    boolean cancelRequested;
    @Nullable StoredEvent end;
    final List<StoredEvent> outbox = new ArrayList<>();

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
}
