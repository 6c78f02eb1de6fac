package org.nuanxin.membership.union;

/**
 * A community or village; its union has the same code.
 *
 * @param code twelve digits
 * @param name as the National Bureau of Statistics lists it, with its committee
 * @param pinyin how the name is spoken, without the committee
 * @param within the district it lies in
 */
public record Community(String code, String name, Pinyin pinyin, District within) {

  /** Code of its district. */
  public String district() {
    return within.code();
  }

  /** The name as people say it: 永宁社区居委会 as 永宁社区, 藤桥村委会 as 藤桥村. */
  public String shortName() {
    return name.replaceFirst("居委会$|委会$", "");
  }
}
