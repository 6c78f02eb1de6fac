package org.nuanxin.membership.member;

/**
 * Who somebody is, in plain: only in memory, for as long as a request lasts.
 *
 * @param name in NFC
 * @param idNumber in its normal form
 * @param phone in E.164
 */
public record Person(String name, String idNumber, String phone) {

  /** Tells nothing: a person must not get into a log by accident. */
  @Override
  public String toString() {
    return "Person[...]";
  }
}
