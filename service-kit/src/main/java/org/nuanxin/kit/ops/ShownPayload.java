package org.nuanxin.kit.ops;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.EventType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an operator may see of an event's payload. Only fields of the event's own contract that say
 * nothing about a person, and only values of the form such a field has, for a broken record may
 * hold anything anywhere; everything else is {@value #HIDDEN}. Flat but for lists of codes, and
 * bounded.
 */
final class ShownPayload {

  /** Stands for what is not shown. */
  static final String HIDDEN = "•••";

  private static final int MOST_FIELDS = 50;
  private static final int MOST_ITEMS = 20;
  private static final int MOST_BYTES = 64 * 1024;

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_:.-]{0,99}");
  // A phone, with its country's code or without, or an ID number.
  private static final Pattern NUMBER_OF_A_PERSON =
      Pattern.compile("(?<!\\d)(86)?1\\d{10}(?!\\d)|(?<!\\d)\\d{17}[\\dXx](?!\\d)");
  private static final Pattern LONG_RUN = Pattern.compile("\\d{7}");

  /** The form of each field that may be shown, in whichever event it stands. */
  private static final Map<String, Predicate<JsonNode>> SHOWN =
      Map.ofEntries(
          Map.entry("federation", ShownPayload::isCode),
          Map.entry("memberId", ShownPayload::isCode),
          Map.entry("applicationId", ShownPayload::isCode),
          Map.entry("grantId", ShownPayload::isCode),
          Map.entry("visitId", ShownPayload::isCode),
          Map.entry("stationId", ShownPayload::isCode),
          Map.entry("stationName", ShownPayload::isPublicName),
          Map.entry("unionId", ShownPayload::isCode),
          Map.entry("unionName", ShownPayload::isPublicName),
          Map.entry("unionPath", ShownPayload::isCode),
          Map.entry("programme", ShownPayload::isCode),
          Map.entry("period", ShownPayload::isCode),
          Map.entry("language", ShownPayload::isCode),
          Map.entry("occupation", ShownPayload::isCode),
          Map.entry("route", ShownPayload::isCode),
          Map.entry("fields", ShownPayload::isCode),
          Map.entry("joiningOrdinal", ShownPayload::isCount),
          Map.entry("inReview", JsonNode::isBoolean),
          Map.entry("dueAt", ShownPayload::isTime),
          Map.entry("expectedBy", ShownPayload::isTime),
          Map.entry("waitingSince", ShownPayload::isTime),
          Map.entry("validFrom", ShownPayload::isTime),
          Map.entry("validUntil", ShownPayload::isTime),
          Map.entry("submittedAt", ShownPayload::isTime),
          Map.entry("resubmittedAt", ShownPayload::isTime),
          Map.entry("returnedAt", ShownPayload::isTime),
          Map.entry("rejectedAt", ShownPayload::isTime),
          Map.entry("withdrawnAt", ShownPayload::isTime),
          Map.entry("joinedAt", ShownPayload::isTime),
          Map.entry("leftAt", ShownPayload::isTime),
          Map.entry("changedAt", ShownPayload::isTime),
          Map.entry("issuedAt", ShownPayload::isTime),
          Map.entry("failedAt", ShownPayload::isTime),
          Map.entry("cancelledAt", ShownPayload::isTime),
          Map.entry("checkedInAt", ShownPayload::isTime));

  /** Fields that hold lists; no other may. */
  private static final Set<String> LISTS = Set.of("fields", "unionPath");

  private ShownPayload() {}

  /**
   * The payload as it may be shown.
   *
   * @param type the event's literal; of an unknown or missing one no value is shown
   * @return empty where the payload is no JSON object, or too long to be an event of ours
   */
  static Optional<Map<String, @Nullable Object>> of(@Nullable String type, byte @Nullable [] data) {
    if (data == null || data.length > MOST_BYTES) {
      return Optional.empty();
    }
    try {
      JsonNode read = JSON.readTree(data);
      return read.isObject() ? Optional.of(shown(fieldsOf(type), read)) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** Names of the fields of this type that may be shown. */
  static Set<String> fieldsOf(@Nullable String type) {
    return Optional.ofNullable(type).flatMap(EventType::ofType).stream()
        .flatMap(known -> Arrays.stream(known.record().getRecordComponents()))
        .map(component -> component.getName())
        .filter(SHOWN::containsKey)
        .collect(Collectors.toSet());
  }

  private static Map<String, @Nullable Object> shown(Set<String> allowed, JsonNode payload) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    payload.properties().stream()
        .limit(MOST_FIELDS)
        .forEach(field -> {
          String name = field.getKey();
          if (allowed.contains(name)) {
            shown.put(name, shown(name, field.getValue()));
          } else {
            shown.put(IDENTIFIER.matcher(name).matches() ? name : HIDDEN, HIDDEN);
          }
        });
    return shown;
  }

  private static @Nullable Object shown(String name, JsonNode value) {
    if (LISTS.contains(name) && value.isArray()) {
      Stream<Object> items = value.valueStream().limit(MOST_ITEMS).map(item -> scalar(name, item));
      return (value.size() > MOST_ITEMS ? Stream.concat(items, Stream.of(HIDDEN)) : items).toList();
    }
    return value.isNull() ? null : scalar(name, value);
  }

  private static Object scalar(String name, JsonNode value) {
    if (!SHOWN.getOrDefault(name, none -> false).test(value)) {
      return HIDDEN;
    }
    return switch (value.getNodeType()) {
      case BOOLEAN -> value.booleanValue();
      case NUMBER -> value.intValue();
      default -> value.asString();
    };
  }

  private static boolean isCode(JsonNode value) {
    return value.isString()
        && CODE.matcher(value.stringValue()).matches()
        && !NUMBER_OF_A_PERSON.matcher(value.stringValue()).find();
  }

  private static boolean isPublicName(JsonNode value) {
    return value.isString()
        && value.stringValue().length() <= 100
        && !LONG_RUN.matcher(value.stringValue()).find();
  }

  private static boolean isCount(JsonNode value) {
    return value.isInt() && value.intValue() >= 0 && value.intValue() < 1_000_000;
  }

  private static boolean isTime(JsonNode value) {
    if (!value.isString() || value.stringValue().length() > 40) {
      return false;
    }
    try {
      Instant.parse(value.stringValue());
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
