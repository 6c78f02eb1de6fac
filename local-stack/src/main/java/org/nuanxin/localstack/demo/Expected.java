package org.nuanxin.localstack.demo;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a joining brings, exactly. */
public final class Expected {

  /** Messages a joining brings: a welcome and one for each grant. */
  public static final int MESSAGES = 4;

  static final Set<String> PROGRAMMES =
      Set.of("ACCIDENT_INSURANCE", "HEALTH_CHECK", "WELCOME_GIFT");

  private static final String WELCOME = "MEMBER_JOINED";
  private static final String ISSUED = "GRANT_ISSUED";

  private Expected() {}

  /** Whether each programme's grant is issued. */
  public static boolean allGrants(List<Grant> grants) {
    return grants.stream()
        .filter(Grant::issued)
        .map(Grant::programme)
        .collect(Collectors.toSet())
        .containsAll(PROGRAMMES);
  }

  /** Whether there is a welcome and a message for each grant. */
  public static boolean allMessages(List<Message> messages) {
    return different(messages, WELCOME) >= 1 && different(messages, ISSUED) >= MESSAGES - 1;
  }

  private static long different(List<Message> messages, String kind) {
    return messages.stream()
        .filter(message -> message.kind().equals(kind))
        .map(Message::body)
        .distinct()
        .count();
  }

  /** Whether two of the messages say the same. */
  static boolean repeatedMessage(List<Message> messages) {
    return messages.stream().map(m -> m.kind() + '\n' + m.body()).distinct().count()
        < messages.size();
  }
}
