package org.nuanxin.benefits.testing;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.nuanxin.benefits.programme.PeriodRule;
import org.nuanxin.benefits.programme.Programme;

/** The three programmes of the welcome package. */
public final class TestProgrammes {

  /** A year, for each joining. */
  public static final Programme INSURANCE =
      new Programme(
          Programme.ACCIDENT_INSURANCE,
          1,
          PeriodRule.JOINING,
          Period.ofYears(1),
          Duration.ofHours(24),
          Map.of("zh-CN", "意外伤害保险"),
          Map.of("zh-CN", List.of("意外伤害保险一年"), "en", List.of("Accident insurance")));

  /** Once a year. */
  public static final Programme HEALTH_CHECK =
      new Programme(
          Programme.HEALTH_CHECK,
          1,
          PeriodRule.YEAR,
          Period.ofYears(1),
          Duration.ofHours(24),
          Map.of("zh-CN", "健康体检"),
          Map.of("zh-CN", List.of("健康体检一次")));

  /** Once. */
  public static final Programme GIFT =
      new Programme(
          Programme.WELCOME_GIFT,
          1,
          PeriodRule.ONCE,
          null,
          Duration.ofDays(7),
          Map.of("zh-CN", "入会礼包"),
          Map.of("zh-CN", List.of("入会暖心礼包一份", "电影票一张")));

  private TestProgrammes() {}
}
