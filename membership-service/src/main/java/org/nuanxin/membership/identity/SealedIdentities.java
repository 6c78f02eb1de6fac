package org.nuanxin.membership.identity;

import java.util.List;
import org.nuanxin.kit.pii.BlindIndex;
import org.nuanxin.kit.pii.PersonalData;
import org.nuanxin.membership.member.Identities;
import org.nuanxin.membership.member.Identity;
import org.nuanxin.membership.member.Person;

/** Seals with SM4-GCM and finds by HMAC-SM3; each value is bound to its field and document. */
public final class SealedIdentities implements Identities {

  private static final String NAME = "members.name:";
  private static final String ID_NUMBER = "members.idNumber:";
  private static final String PHONE = "members.phone:";
  private static final String REQUEST = "application-request";

  private final PersonalData personalData;
  private final BlindIndex blindIndex;

  /** Works with the kit's keys. */
  public SealedIdentities(PersonalData personalData, BlindIndex blindIndex) {
    this.personalData = personalData;
    this.blindIndex = blindIndex;
  }

  @Override
  public List<String> phoneIndexes(String phone) {
    return blindIndex.all(phone, BlindIndex.PHONE);
  }

  @Override
  public List<String> idIndexes(String idNumber) {
    return blindIndex.all(idNumber, BlindIndex.ID_NUMBER);
  }

  @Override
  public Identity seal(String memberId, Person person, List<String> ids, List<String> phones) {
    return new Identity(
        personalData.encrypt(person.name(), NAME + memberId),
        personalData.encrypt(person.idNumber(), ID_NUMBER + memberId),
        personalData.encrypt(person.phone(), PHONE + memberId),
        ids,
        phones);
  }

  @Override
  public Person open(String memberId, Identity identity) {
    return new Person(
        personalData.decrypt(identity.name(), NAME + memberId),
        personalData.decrypt(identity.idNumber(), ID_NUMBER + memberId),
        personalData.decrypt(identity.phone(), PHONE + memberId));
  }

  @Override
  public List<String> digests(String text) {
    return blindIndex.all(text, REQUEST);
  }

  @Override
  public boolean isOutdated(Identity identity) {
    return personalData.isOutdated(identity.name())
        || personalData.isOutdated(identity.idNumber())
        || personalData.isOutdated(identity.phone())
        || identity.ids().stream().noneMatch(this::isOfCurrentKey)
        || (identity.hasPhone() && identity.phones().stream().noneMatch(this::isOfCurrentKey));
  }

  private boolean isOfCurrentKey(String index) {
    String current = blindIndex.of("", REQUEST);
    return index.startsWith(current.substring(0, current.indexOf('.') + 1));
  }
}
