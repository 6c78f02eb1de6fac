package org.nuanxin.notification.message.mongo;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
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

  /** Whose member that is. */
  static final String FEDERATION = "f";

  /** When its event happened; the TTL index. */
  public static final String AT = "at";

  /** What it is about, the name of a {@link Kind}. */
  private static final String KIND = "k";

  /** {@code true} once read; absent before. */
  public static final String READ = "r";

  /** How far its SMS is; absent where none is to be sent. */
  public static final String SMS = "sms";

  /** When its SMS is due; present exactly while it is pending. */
  public static final String SMS_DUE = "q";

  private static final String ID = "_id";
  private static final String LANGUAGE = "l";
  private static final String VALUES = "p";

  private static final Set<String> KINDS =
      Arrays.stream(Kind.values()).map(Kind::name).collect(Collectors.toUnmodifiableSet());

  private MessageDocuments() {}

  /** Those of which a message can be made: a kind of a later version is left to that version. */
  public static Bson ofKnownKind() {
    return Filters.in(KIND, KINDS);
  }

  /** Whether a message can be made of a document, as {@link #ofKnownKind} says. */
  static boolean isOfKnownKind(BsonDocument document) {
    return KINDS.contains(document.getString(KIND).getValue());
  }

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

  /** The message that a document of a known kind holds; a value of a later version is left out. */
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
