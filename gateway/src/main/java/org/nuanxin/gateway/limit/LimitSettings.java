package org.nuanxin.gateway.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is too much.
 *
 * @param rateLimit requests per caller
 * @param bodyLimit largest body of a request
 * @param unfinishedBodies bodies that have not arrived whole
 * @param concurrency most calls a service may have open at once, streams apart
 * @param streams most streams a service may have open at once
 */
@ConfigurationProperties("nuanxin.gateway")
public record LimitSettings(
    @DefaultValue RateLimit rateLimit,
    @DefaultValue("64KB") DataSize bodyLimit,
    @DefaultValue UnfinishedBodies unfinishedBodies,
    @DefaultValue("512") int concurrency,
    @DefaultValue("10000") int streams) {

  /**
   * Requests per caller.
   *
   * @param account of one account, whatever device or address it calls from
   * @param address of one address, for calls without a token known to be genuine
   */
  public record RateLimit(
      @DefaultValue AccountAllowance account, @DefaultValue AddressAllowance address) {}

  /** A bucket of {@code burst} requests, refilled at {@code perSecond}. */
  public record AccountAllowance(
      @DefaultValue("200") int burst, @DefaultValue("50") int perSecond) {}

  /** As above; larger, because many phones share a mobile carrier's address. */
  public record AddressAllowance(
      @DefaultValue("400") int burst, @DefaultValue("100") int perSecond) {}

  /**
   * Bodies that did not come with their header.
   *
   * @param patience for one to arrive whole
   * @param perClient most that one account, or one address without a known account, may have
   * @param inAll most there may be; times {@code bodyLimit} the memory they can take
   */
  public record UnfinishedBodies(
      @DefaultValue("5s") Duration patience,
      @DefaultValue("32") int perClient,
      @DefaultValue("1024") int inAll) {}
}
