package org.nuanxin.benefits.provider;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How providers are called ({@code nuanxin.benefits.provider.*}).
 *
 * @param parallel calls at once, for each provider and batch
 * @param bundle most orders in one call; 1 for providers that take them one by one
 * @param callTimeout longest a call may take
 * @param batchTimeout longest a batch may take; what was not tried by then waits
 * @param slowCall from when on a call counts as slow
 * @param openFor how long the circuit stays open before a few calls are let through
 */
@ConfigurationProperties("nuanxin.benefits.provider")
public record ProviderSettings(
    @DefaultValue("32") int parallel,
    @DefaultValue("100") int bundle,
    @DefaultValue("2s") Duration callTimeout,
    @DefaultValue("10s") Duration batchTimeout,
    @DefaultValue("1s") Duration slowCall,
    @DefaultValue("3s") Duration openFor) {}
