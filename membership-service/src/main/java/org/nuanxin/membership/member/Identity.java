package org.nuanxin.membership.member;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, sealed: encrypted texts, and the blind indexes by which the person is found.
 *
 * @param name encrypted
 * @param idNumber encrypted
 * @param phone encrypted
 * @param ids blind indexes of the ID number, under the current key first; more while one is rotated
 * @param phones blind indexes of the phone, likewise; {@link #noPhone} alone where there is none
 */
public record Identity(
    String name, String idNumber, String phone, List<String> ids, List<String> phones) {

  private static final String NO_PHONE = "none:";

  /** Copies the lists. */
  public Identity {
    ids = List.copyOf(ids);
    phones = List.copyOf(phones);
  }

  /**
   * Stands in the place of an index where a person has no phone. Each person has their own, as
   * indexes are unique; and no phone of anybody ever has it, since a blind index is the id of its
   * key, a dot and a hash, and here is no dot.
   */
  static List<String> noPhone(String memberId) {
    return List.of(NO_PHONE + memberId);
  }

  /** The phone's index under the current key: what events carry. */
  public String phoneIndex() {
    return phones.getFirst();
  }

  /** Whether the person has a phone: staff can take it away. */
  public boolean hasPhone() {
    return !phoneIndex().startsWith(NO_PHONE);
  }

  /** The index of the phone that is left for another's; null where none is. */
  @Nullable String phoneLeftFor(Identity changed) {
    return hasPhone() && !changed.hasAnyOf(phones) ? phoneIndex() : null;
  }

  /** Whether the phone is the one with these indexes. */
  boolean hasAnyOf(List<String> indexes) {
    return !Collections.disjoint(phones, indexes);
  }
}
