package org.nuanxin.localstack.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Outcomes of sign-ups, put together as a test needs them. */
final class Outcomes {

  private Outcomes() {}

  static Grant grant(String member, String programme, String state) {
    return new Grant(
        member + ":" + programme,
        programme,
        state,
        Instant.EPOCH,
        "reference of " + member + " " + programme);
  }

  static List<Grant> grants(String member) {
    return List.of(
        grant(member, "ACCIDENT_INSURANCE", "ISSUED"),
        grant(member, "HEALTH_CHECK", "ISSUED"),
        grant(member, "WELCOME_GIFT", "ISSUED"));
  }

  static List<Message> messages() {
    return List.of(
        new Message("1", "MEMBER_JOINED", "welcome"),
        new Message("2", "GRANT_ISSUED", "insurance"),
        new Message("3", "GRANT_ISSUED", "check"),
        new Message("4", "GRANT_ISSUED", "gift"));
  }

  static Outcome complete(String member) {
    return new Outcome(member, grants(member), messages(), 1, 1, 0);
  }

  static <T> List<T> with(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
