package org.nuanxin.notification.sms;

import java.util.Map;
import java.util.Set;

/** Where to reach members; the phones themselves are kept by membership-service alone. */
public interface Contacts {

  /** Most members of one look-up. */
  int MOST = 500;

  /**
   * The phones of members in E.164 form, by member id; without those that have none.
   *
   * @param memberIds at most {@link #MOST}
   * @throws ContactsUnavailable when they cannot be had at the moment
   */
  Map<String, String> phonesOf(Set<String> memberIds);
}
