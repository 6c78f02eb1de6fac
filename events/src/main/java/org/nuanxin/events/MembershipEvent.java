package org.nuanxin.events;

/**
 * What happened to a person's application or membership. The member id is the id of the person's
 * document and exists from the first application on, so it is the key of all of them.
 */
public sealed interface MembershipEvent extends DomainEvent
    permits ApplicationSubmitted,
        ApplicationReturned,
        ApplicationResubmitted,
        ApplicationRejected,
        ApplicationWithdrawn,
        MemberJoined,
        MemberLeft,
        MemberPhoneChanged {

  /** The person, before and after joining. */
  String memberId();

  @Override
  default String key() {
    return memberId();
  }
}
