package org.nuanxin.membership.member;

/** Where an application stands. */
public enum ApplicationState {
  /** Received, not yet looked at. */
  SUBMITTED,
  /** In a reviewer's queue. */
  IN_REVIEW,
  /** Given back to the applicant for correction. */
  RETURNED,
  /** The person is a member by it. */
  APPROVED,
  /** Refused. */
  REJECTED,
  /** Taken back by the applicant. */
  WITHDRAWN;

  /** Whether somebody still has to do something about it. */
  public boolean isOpen() {
    return this == SUBMITTED || this == IN_REVIEW || this == RETURNED;
  }
}
