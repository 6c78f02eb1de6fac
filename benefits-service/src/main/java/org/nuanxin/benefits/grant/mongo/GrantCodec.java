package org.nuanxin.benefits.grant.mongo;

import static org.nuanxin.benefits.grant.mongo.GrantFields.*;

import java.time.Instant;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;
import org.nuanxin.benefits.grant.Failure;
import org.nuanxin.benefits.grant.Grant;
import org.nuanxin.benefits.grant.Opening;
import org.nuanxin.benefits.grant.Task;
import org.nuanxin.benefits.grant.Waiting;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.mongo.UnionPaths;
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
    UnionPaths.write(opening.unionPath()).ifPresent(path -> writer.writeString(UNION_PATH, path));
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
    StoredGrant stored = new StoredGrant(events, context);
    reader.readStartDocument();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      stored.read(reader);
    }
    reader.readEndDocument();
    return stored.grant();
  }
}
