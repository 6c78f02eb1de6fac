package org.nuanxin.membership.member;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nuanxin.membership.union.Words;

/** What an applicant can be asked to correct; the phone is the one they signed in with. */
public enum ReturnableField {
  /** The name. */
  NAME("name", new Words("姓名", "Name")),
  /** The ID number. */
  ID_NUMBER("idNumber", new Words("身份证号", "ID number")),
  /** What the applicant does. */
  OCCUPATION("occupation", new Words("职业", "Occupation")),
  /** For whom the applicant works. */
  PLATFORMS("platforms", new Words("平台", "Platforms")),
  /** The employer. */
  EMPLOYER("employer", new Words("用人单位", "Employer")),
  /** Where the applicant lives or works. */
  COMMUNITY("communityCode", new Words("居住社区（村）", "Community")),
  /** The station at which the applicant applied. */
  STATION("stationCode", new Words("驿站", "Station"));

  private final String key;
  private final Words words;

  ReturnableField(String key, Words words) {
    this.key = key;
    this.words = words;
  }

  /** The field's name in requests and answers. */
  public String key() {
    return key;
  }

  /** The names of all. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(ReturnableField::key).toList();
  }

  /** What an applicant calls the field of this name. */
  static String label(String key, Language language) {
    Optional<ReturnableField> known =
        Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    return known.map(field -> field.words.in(language.tag())).orElse(key);
  }
}
