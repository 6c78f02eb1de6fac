package org.nuanxin.identity.session;

import java.time.Duration;

/**
 * How long a session can be renewed before one has to sign in anew.
 *
 * @param worker for a worker, whose phone is at hand all day
 * @param staff for staff, who see others' data: about a working day
 * @param grace for how long the token before the current one still leads to the current one
 */
public record SessionPolicy(Duration worker, Duration staff, Duration grace) {

  /** The life of a new session of this person. */
  public Duration lifeOf(Person person) {
    return switch (person) {
      case Person.Worker each -> worker;
      case Person.Staff each -> staff;
    };
  }
}
