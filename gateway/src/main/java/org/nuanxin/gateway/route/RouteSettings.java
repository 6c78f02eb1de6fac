package org.nuanxin.gateway.route;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a service is waited for.
 *
 * @param connectTimeout until a connection stands
 * @param responseTimeout of silence, until an answer begins and within it
 * @param streamTimeout of silence within a stream; services send a heartbeat every 15 s
 */
@ConfigurationProperties("nuanxin.gateway")
record RouteSettings(
    @DefaultValue("500ms") Duration connectTimeout,
    @DefaultValue("10s") Duration responseTimeout,
    @DefaultValue("45s") Duration streamTimeout) {}
