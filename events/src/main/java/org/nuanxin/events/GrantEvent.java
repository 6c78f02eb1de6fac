package org.nuanxin.events;

/** What happened to one grant: one benefit of one programme for one member and period. */
public sealed interface GrantEvent extends DomainEvent
    permits GrantIssued, GrantWaiting, GrantFailed, GrantCancelled {

  /** Whose grant it is. */
  String memberId();

  /** The grant's id, {@code member:programme:period}. */
  String grantId();

  /** Code of the programme, such as {@code ACCIDENT_INSURANCE}. */
  String programme();

  @Override
  default String key() {
    return memberId();
  }
}
