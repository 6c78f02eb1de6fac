package org.nuanxin.benefits.provider;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a provider says of one order.
 *
 * @param problem whether the body is an RFC 9457 problem: then it is the provider that says no, and
 *     not some gateway on the way
 */
record Answer(int status, @Nullable String number, boolean cancelled, boolean problem) {

  /**
   * From a status and the body that came with it.
   *
   * @param body null where it is no JSON
   * @param numberField field of the number that the member shows
   */
  static Answer of(int status, @Nullable JsonNode body, String numberField) {
    if (status / 100 != 2 || body == null) {
      JsonNode title = body == null ? null : body.get("title");
      return new Answer(status, null, false, title != null && title.isString());
    }
    JsonNode number = body.get(numberField);
    JsonNode cancelledAt = body.get("cancelledAt");
    return new Answer(
        status,
        number == null || number.isNull() ? null : number.asString(),
        cancelledAt != null && !cancelledAt.isNull(),
        false);
  }

  boolean isSuccess() {
    return status / 100 == 2;
  }

  /** Whether it tells of a booking, good or cancelled; an empty success tells nothing. */
  boolean isBooking() {
    return isSuccess() && (number != null || cancelled);
  }

  /** Whether the provider looked at the order and will never take it. */
  boolean isRefusal() {
    return status == 422 || (status == 400 && problem);
  }

  /** Whether it settles an order: it is booked, or never will be. */
  boolean isDecision() {
    return isBooking() || isRefusal();
  }

  /** Whether the provider knows nothing under this key. */
  boolean isNothingThere() {
    return status == 404 && problem;
  }

  /**
   * Whether it tells what is booked under a key. Booking where nothing is, is safe, says who may.
   */
  boolean tellsOfKey() {
    return isBooking() || status == 404;
  }

  /** Whether it tells that nothing is booked, or no longer. */
  boolean tellsOfCancelling() {
    return isSuccess() || isNothingThere();
  }
}
