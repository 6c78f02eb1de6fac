package org.nuanxin.notification.message.mongo;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.nuanxin.notification.message.Kind;
import org.nuanxin.notification.message.Language;
import org.nuanxin.notification.message.Message;
import org.nuanxin.notification.message.MessageId;
import org.nuanxin.notification.message.Param;
import org.nuanxin.notification.message.Sms;

/**
 * A message as a document: the facts and not the rendered text, which would be three times as long
 * (see README). Written by hand, not by reflection: this is the hottest path.
 */
public final class MessageDocuments {

  /** Whose it is; the shard key. */
  public static final String MEMBER = "m";

  /** When its event happened; the TTL index. */
  public static final String AT = "at";

  /** What it is about, the name of a {@link Kind}. */
  static final String KIND = "k";

  /** {@code true} once read; absent before. */
  public static final String READ = "r";

  /** How far its SMS is; absent where none is to be sent. */
  public static final String SMS = "sms";

  /** When its SMS is due; present exactly while it is pending. */
  public static final String SMS_DUE = "q";

  private static final String ID = "_id";
  private static final String FEDERATION = "f";
  private static final String LANGUAGE = "l";
  private static final String VALUES = "p";

  private MessageDocuments() {}

  static BsonDocument of(Message message) {
    BsonDocument values = new BsonDocument();
    message.values().forEach((param, value) -> values.put(param.key(), new BsonString(value)));
    BsonDateTime at = new BsonDateTime(message.at().toEpochMilli());
    BsonDocument document =
        new BsonDocument(ID, new BsonString(message.id().text()))
            .append(FEDERATION, new BsonString(message.federation()))
            .append(MEMBER, new BsonString(message.memberId()))
            .append(AT, at)
            .append(KIND, new BsonString(message.kind().name()))
            .append(LANGUAGE, new BsonString(message.language().tag()))
            .append(VALUES, values);
    if (message.sms() != Sms.NONE) {
      document.append(SMS, new BsonString(message.sms().name()));
    }
    if (message.sms() == Sms.PENDING) {
      document.append(SMS_DUE, at);
    }
    if (message.read()) {
      document.append(READ, BsonBoolean.TRUE);
    }
    return document;
  }

  /** The message that a document holds; a value of a later version is left out. */
  public static Message message(BsonDocument document) {
    Map<Param, String> values = new EnumMap<>(Param.class);
    document
        .getDocument(VALUES)
        .forEach((key, value) ->
            Param.ofKey(key).ifPresent(param -> values.put(param, value.asString().getValue())));
    return new Message(
        new MessageId(document.getString(ID).getValue()),
        document.getString(FEDERATION).getValue(),
        document.getString(MEMBER).getValue(),
        Instant.ofEpochMilli(document.getDateTime(AT).getValue()),
        Kind.valueOf(document.getString(KIND).getValue()),
        Language.of(document.getString(LANGUAGE).getValue()),
        values,
        Sms.valueOf(document.getString(SMS, new BsonString(Sms.NONE.name())).getValue()),
        document.getBoolean(READ, BsonBoolean.FALSE).getValue());
  }
}
