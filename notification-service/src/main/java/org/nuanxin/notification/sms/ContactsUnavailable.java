package org.nuanxin.notification.sms;

/** Phones cannot be looked up at the moment; every SMS waits. */
public class ContactsUnavailable extends RuntimeException {

  /** For this reason, which holds no personal data. */
  public ContactsUnavailable(String why, Throwable cause) {
    super(why, cause);
  }

  /** For this reason, which holds no personal data. */
  public ContactsUnavailable(String why) {
    super(why);
  }
}
