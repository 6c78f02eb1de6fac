package org.nuanxin.membership.member;

import java.util.List;

/**
 * Who somebody is, sealed: encrypted texts, and the blind indexes by which the person is found.
 *
 * @param name encrypted
 * @param idNumber encrypted
 * @param phone encrypted
 * @param ids blind indexes of the ID number, under the current key first; more while one is rotated
 * @param phones blind indexes of the phone, likewise
 */
public record Identity(
    String name, String idNumber, String phone, List<String> ids, List<String> phones) {

  /** Copies the lists. */
  public Identity {
    ids = List.copyOf(ids);
    phones = List.copyOf(phones);
  }

  /** The phone's index under the current key: what events carry. */
  public String phoneIndex() {
    return phones.getFirst();
  }
}
