package org.nuanxin.stations;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about stations ({@code nuanxin.stations.*}).
 *
 * @param sample whether the synthetic stations are registered at start
 * @param triesPerHour wrong check-in codes a person may try within an hour
 */
@ConfigurationProperties("nuanxin.stations")
record StationsSettings(
    @DefaultValue("false") boolean sample, @DefaultValue("10") int triesPerHour) {}
