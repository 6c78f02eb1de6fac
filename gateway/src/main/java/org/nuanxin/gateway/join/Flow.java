package org.nuanxin.gateway.join;

import java.time.Instant;
import java.util.List;

/**
 * What flows through the system at a moment. Counters are totals since a process started; whoever
 * asks twice has the rates, and takes a total that fell for a process that started anew.
 *
 * @param partial whether some row is
 */
record Flow(Instant at, List<Row> services, boolean partial) {

  /**
   * A service, all its instances together.
   *
   * @param instances how many the gateway knows
   * @param up how many of them answered within a second
   * @param waiting what the service keeps until it can be had
   * @param partial whether an instance did not answer or did not know its lag, so that the figures
   *     may be too low
   */
  record Row(
      String service,
      int instances,
      int up,
      long outboxPending,
      long consumerLag,
      long deadLetters,
      List<Group> groups,
      Relay relay,
      Http http,
      long waiting,
      List<Provider> providers,
      boolean partial) {}

  /**
   * A consumer group on one topic.
   *
   * @param lag records before it
   * @param handled records behind it, a total
   */
  record Group(String group, String topic, long lag, long handled) {}

  /**
   * From the outbox to Kafka.
   *
   * @param sent events, a total
   * @param pending documents with events not yet known to be sent
   */
  record Relay(long sent, long pending) {}

  /**
   * Calls from outside, as this gateway counted them: a total.
   *
   * @param errors those answered with a status of 500 or more
   */
  record Http(long requests, long errors) {}

  /** A provider, and whether it is called at the moment. */
  record Provider(String name, String state) {}
}
