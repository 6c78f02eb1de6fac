package org.nuanxin.membership.member;

import java.util.List;

/** Port to the keys: seals and opens who somebody is. Thread-safe, answers from memory. */
public interface Identities {

  /** The blind indexes of a phone in E.164, under the current key first. */
  List<String> phoneIndexes(String phone);

  /** The blind indexes of an ID number in its normal form, under the current key first. */
  List<String> idIndexes(String idNumber);

  /**
   * Encrypts a person for the document with this id; a value copied to another document does not
   * open there.
   *
   * @param ids the indexes of the ID number
   * @param phones the indexes of the phone
   */
  Identity seal(String memberId, Person person, List<String> ids, List<String> phones);

  /** Decrypts a person. */
  Person open(String memberId, Identity identity);

  /**
   * Keyed digests of a text that holds personal data, one per index key, the current one first:
   * tell two requests apart without keeping either.
   */
  List<String> digests(String text);

  /** Whether any part was made with a key that is not the current one any more. */
  boolean isOutdated(Identity identity);
}
