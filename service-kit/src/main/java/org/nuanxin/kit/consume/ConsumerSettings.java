package org.nuanxin.kit.consume;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this instance consumes ({@code nuanxin.consumer.*}).
 *
 * @param concurrency consumers per group in this process, at most the topic's partitions
 * @param fetchMinBytes bytes the broker waits for before it answers a fetch
 * @param fetchMaxWaitMillis how long the broker waits for them
 */
@ConfigurationProperties("nuanxin.consumer")
record ConsumerSettings(
    @DefaultValue("1") int concurrency,
    @DefaultValue("16384") int fetchMinBytes,
    @DefaultValue("40") int fetchMaxWaitMillis) {}
