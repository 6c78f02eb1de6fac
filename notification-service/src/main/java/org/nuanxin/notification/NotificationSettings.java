package org.nuanxin.notification;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about messages ({@code nuanxin.notification.*}).
 *
 * @param retention how long a message is kept
 * @param zone in whose local time texts tell instants
 */
@ConfigurationProperties("nuanxin.notification")
record NotificationSettings(
    @DefaultValue("730d") Duration retention, @DefaultValue("Asia/Shanghai") ZoneId zone) {}
