package org.nuanxin.benefits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this service works ({@code nuanxin.benefits.*}).
 *
 * @param seed synthetic stock of a first start
 * @param work how waiting grants are worked off
 */
@ConfigurationProperties("nuanxin.benefits")
record BenefitsSettings(@DefaultValue Seed seed, @DefaultValue Work work) {

  /**
   * Synthetic stock; none unless asked for.
   *
   * @param packs gift packs
   * @param codes film-ticket codes, marked as synthetic
   */
  record Seed(@DefaultValue("0") int packs, @DefaultValue("0") int codes) {}

  /**
   * The workers.
   *
   * @param every longest pause between two looks
   * @param firstRetry wait after a provider's first failure
   * @param longestRetry no wait is longer, but for chance
   * @param lease how long a claim holds; longer than a batch at a provider may take
   */
  record Work(
      @DefaultValue("500ms") Duration every,
      @DefaultValue("1s") Duration firstRetry,
      @DefaultValue("60s") Duration longestRetry,
      @DefaultValue("20s") Duration lease) {}
}
