package org.nuanxin.localstack.sandbox;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A policy or an entitlement in a provider's book.
 *
 * @param number what the member shows: policy number or entitlement number
 * @param validFrom as it was asked for
 * @param validUntil as it was asked for
 * @param bookedAt when, RFC 3339
 * @param cancelledAt when, RFC 3339; null while it is in force
 */
record Booking(
    String id,
    @JsonAlias({"policyNumber", "entitlementNumber"}) String number,
    String memberId,
    String idempotencyKey,
    @Nullable String programme,
    @Nullable String validFrom,
    @Nullable String validUntil,
    String bookedAt,
    @Nullable String cancelledAt) {

  /** What a caller asks for; a key or member left out is empty. */
  record Wanted(
      String idempotencyKey,
      String memberId,
      @Nullable String programme,
      @Nullable String validFrom,
      @Nullable String validUntil) {

    Wanted {
      idempotencyKey = Objects.requireNonNullElse(idempotencyKey, "");
      memberId = Objects.requireNonNullElse(memberId, "");
    }
  }

  Booking cancelled(String at) {
    return new Booking(
        id,
        number,
        memberId,
        idempotencyKey,
        programme,
        validFrom,
        validUntil,
        bookedAt,
        cancelledAt == null ? at : cancelledAt);
  }

  void write(JsonGenerator json, String nameOfNumber) {
    json.writeStartObject();
    json.writeStringProperty("id", id);
    json.writeStringProperty(nameOfNumber, number);
    json.writeStringProperty("memberId", memberId);
    json.writeStringProperty("idempotencyKey", idempotencyKey);
    json.writeStringProperty("programme", programme);
    json.writeStringProperty("validFrom", validFrom);
    json.writeStringProperty("validUntil", validUntil);
    json.writeStringProperty("bookedAt", bookedAt);
    json.writeStringProperty("cancelledAt", cancelledAt);
    json.writeEndObject();
  }
}
