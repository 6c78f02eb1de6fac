package org.nuanxin.kit.consume;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this instance consumes ({@code nuanxin.consumer.*}).
 *
 * @param concurrency consumers per group in this process, at most the topic's partitions
 * @param fetchMinBytes bytes the broker waits for before it answers a fetch; so many that under
 *     load the wait decides, since each batch has a cost of its own, however small it is
 * @param fetchMaxWaitMillis how long the broker waits for them
 * @param autoStart false for an instance that only answers calls: it joins no group and takes no
 *     event, which then are the other instances' to take
 */
@ConfigurationProperties("nuanxin.consumer")
record ConsumerSettings(
    @DefaultValue("1") int concurrency,
    @DefaultValue("262144") int fetchMinBytes,
    @DefaultValue("40") int fetchMaxWaitMillis,
    @DefaultValue("true") boolean autoStart) {}
