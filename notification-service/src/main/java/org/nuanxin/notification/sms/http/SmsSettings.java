package org.nuanxin.notification.sms.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How SMS are sent ({@code nuanxin.sms.*}).
 *
 * @param pause between two looks at what is due
 * @param expiresAfter age of an event whose SMS nobody needs any more
 * @param atOnce most calls to the provider at a time
 * @param bundle most SMS in one call; 1 for a provider that takes them one by one
 * @param patience how long one call to it may take
 * @param rest how long a provider that fails is left alone
 */
@ConfigurationProperties("nuanxin.sms")
record SmsSettings(
    @DefaultValue("1s") Duration pause,
    @DefaultValue("24h") Duration expiresAfter,
    @DefaultValue("32") int atOnce,
    @DefaultValue("100") int bundle,
    @DefaultValue("2s") Duration patience,
    @DefaultValue("5s") Duration rest) {}
