package org.nuanxin.membership.member;

/**
 * Who somebody is, in plain: only in memory, for as long as a request lasts.
 *
 * @param name in NFC
 * @param idNumber in its normal form
 * @param phone in E.164; empty of somebody whose phone was taken away
 */
public record Person(String name, String idNumber, String phone) {

  private static final String NONE = "";

  /** Whether the person can be called. */
  public boolean hasPhone() {
    return !phone.equals(NONE);
  }

  /** The same person with another phone. */
  Person withPhone(String other) {
    return new Person(name, idNumber, other);
  }

  /** The same person with none. */
  Person withoutPhone() {
    return withPhone(NONE);
  }

  /** Tells nothing: a person must not get into a log by accident. */
  @Override
  public String toString() {
    return "Person[...]";
  }
}
