package org.nuanxin.localstack.sample;

import java.util.List;
import java.util.Random;

/**
 * As many synthetic workers as anyone needs. A worker is a function of the ordinal: the first 2,000
 * are the sample roster, and no two below 290 million share an ID number or a phone. Safe for use
 * by many threads.
 */
public final class People {

  /** What the committed sample was made from. */
  public static final long SEED = 460_200L;

  /** How many of them are the sample roster. */
  public static final int ROSTER = 2_000;

  private final Random random = new Random();
  private final Names names = new Names(random);
  private final List<String> communities = Divisions.load().communityCodes();

  /**
   * One worker.
   *
   * @param ordinal from 0
   * @return the same worker for the same ordinal, in every run
   */
  public synchronized Worker worker(long ordinal) {
    random.setSeed(SEED * 1_000_003L + ordinal * 0x9e3779b97f4a7c15L);
    String name = names.next();
    Trades trade = Trades.any(random);
    return new Worker(
        name,
        IdNumbers.of(ordinal),
        Phones.of(ordinal),
        trade.occupation(),
        trade.somePlatforms(random),
        trade.someEmployer(random),
        communities.get(random.nextInt(communities.size())),
        random.nextInt(25) == 0 ? "en" : "zh-CN");
  }
}
