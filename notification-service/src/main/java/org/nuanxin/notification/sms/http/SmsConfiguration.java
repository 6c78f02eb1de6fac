package org.nuanxin.notification.sms.http;

import com.mongodb.client.MongoDatabase;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.nuanxin.kit.http.RecentCalls;
import org.nuanxin.kit.ops.ProviderWatch;
import org.nuanxin.notification.sms.Contacts;
import org.nuanxin.notification.sms.Deliveries;
import org.nuanxin.notification.sms.Lease;
import org.nuanxin.notification.sms.SendSms;
import org.nuanxin.notification.sms.SmsProvider;
import org.nuanxin.notification.sms.SmsQueue;
import org.nuanxin.notification.sms.mongo.MongoLease;
import org.nuanxin.notification.sms.mongo.MongoSmsQueue;
import org.nuanxin.notification.sms.worker.SmsWorker;
import org.nuanxin.notification.template.Templates;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.Assert;
import tools.jackson.databind.json.JsonMapper;

/** Puts the sending of SMS together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmsSettings.class)
class SmsConfiguration {

  private static final Duration CONNECT = Duration.ofSeconds(1);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          // Answers are small and read whole: handing them to another thread costs more.
          .executor(Runnable::run)
          .build();

  @Bean
  Contacts contacts(
      @Value("${nuanxin.membership.url:}") String membership,
      @Value("${nuanxin.service-client.token-uri:}") String tokenUri,
      @Value("${nuanxin.service-client.id:}") String id,
      @Value("${nuanxin.service-client.secret:}") String secret,
      SmsSettings settings,
      JsonMapper json,
      Clock clock,
      MeterRegistry meters) {
    required("nuanxin.membership.url", membership);
    required("nuanxin.service-client.token-uri", tokenUri);
    required("nuanxin.service-client.id", id);
    required("nuanxin.service-client.secret", secret);
    return new HttpContacts(
        client,
        base(membership),
        new ServiceToken(client, URI.create(tokenUri), id, secret, json, clock),
        breaker("contacts", settings, meters),
        json);
  }

  @Bean
  CircuitBreaker smsBreaker(SmsSettings settings, MeterRegistry meters) {
    return breaker("sms", settings, meters);
  }

  @Bean
  RecentCalls smsCalls(SmsSettings settings) {
    return new RecentCalls("sms", settings.patience().dividedBy(2));
  }

  @Bean
  ProviderWatch smsWatch(CircuitBreaker smsBreaker, RecentCalls smsCalls, SmsQueue queue) {
    return new SmsWatch(smsBreaker, smsCalls, queue);
  }

  @Bean
  SmsProvider smsProvider(
      @Value("${nuanxin.providers.sms-url:}") String provider,
      SmsSettings settings,
      CircuitBreaker smsBreaker,
      RecentCalls smsCalls,
      JsonMapper json) {
    required("nuanxin.providers.sms-url", provider);
    Retry retry =
        Retry.of(
            "sms",
            RetryConfig.custom()
                .maxAttempts(2)
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(100, 2.0))
                .retryExceptions(SmsCalls.Unsure.class)
                .build());
    return new HttpSmsProvider(
        new SmsCalls(client, base(provider), settings.patience(), smsCalls, json),
        retry,
        smsBreaker);
  }

  @Bean
  SmsQueue smsQueue(MongoDatabase database) {
    return new MongoSmsQueue(database);
  }

  @Bean
  Lease smsLease(MongoDatabase database) {
    return new MongoLease(database, "sms", UUID.randomUUID().toString());
  }

  @Bean
  SmsWorker smsWorker(
      SmsQueue queue,
      Contacts contacts,
      SmsProvider provider,
      Lease lease,
      Templates templates,
      SmsSettings settings,
      Clock clock,
      MeterRegistry meters) {
    SendSms sendSms =
        new SendSms(
            queue,
            contacts,
            new Deliveries(provider, templates, settings.atOnce(), settings.bundle()),
            settings.expiresAfter(),
            clock);
    return new SmsWorker(sendSms, queue, lease, clock, settings.pause(), meters);
  }

  private static CircuitBreaker breaker(String name, SmsSettings settings, MeterRegistry meters) {
    CircuitBreaker breaker =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .waitDurationInOpenState(settings.rest())
                .permittedNumberOfCallsInHalfOpenState(3)
                .build());
    Gauge.builder("nuanxin.breaker.open", breaker, SmsConfiguration::isOpen)
        .tag("name", name)
        .register(meters);
    return breaker;
  }

  private static double isOpen(CircuitBreaker breaker) {
    return breaker.getState() == CircuitBreaker.State.OPEN ? 1 : 0;
  }

  private static void required(String property, String value) {
    Assert.hasText(value, () -> property + " is not set; it has no default");
  }

  private static URI base(String url) {
    return URI.create(url.replaceAll("/+$", ""));
  }
}
