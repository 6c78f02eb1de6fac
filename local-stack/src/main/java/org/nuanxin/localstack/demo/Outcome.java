package org.nuanxin.localstack.demo;

import java.util.List;

/**
 * What a worker's sign-up came to in the end, on our side and in the providers' own books.
 *
 * @param memberId empty when there is none
 * @param grants as the worker sees them
 * @param messages as the worker sees them
 * @param policies how many the insurer has for the member
 * @param entitlements how many the clinic has for the member
 * @param repeatedSms how many SMS said what an earlier one had said
 */
record Outcome(
    String memberId,
    List<Grant> grants,
    List<Message> messages,
    int policies,
    int entitlements,
    int repeatedSms) {

  static final Outcome NOTHING = new Outcome("", List.of(), List.of(), 0, 0, 0);

  boolean missing() {
    return memberId.isEmpty()
        || !Expected.allGrants(grants)
        || !Expected.allMessages(messages)
        || policies < 1
        || entitlements < 1;
  }

  boolean twice() {
    return grants.size() > Expected.PROGRAMMES.size()
        || grants.stream().map(Grant::programme).distinct().count() < grants.size()
        || Expected.repeatedMessage(messages)
        || policies > 1
        || entitlements > 1
        || repeatedSms > 0;
  }
}
