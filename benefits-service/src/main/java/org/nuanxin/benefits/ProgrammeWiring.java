package org.nuanxin.benefits;

import java.time.Clock;
import org.nuanxin.benefits.grant.EndGrants;
import org.nuanxin.benefits.grant.Grants;
import org.nuanxin.benefits.grant.OpenGrants;
import org.nuanxin.benefits.grant.Provider;
import org.nuanxin.benefits.grant.RetrySchedule;
import org.nuanxin.benefits.grant.WorkOff;
import org.nuanxin.benefits.grant.messaging.MembershipBatches;
import org.nuanxin.benefits.grant.messaging.Worker;
import org.nuanxin.benefits.programme.Programme;
import org.nuanxin.benefits.programme.Programmes;
import org.nuanxin.benefits.provider.Providers;
import org.nuanxin.benefits.stock.Stock;
import org.nuanxin.benefits.stock.StockArrivals;
import org.nuanxin.benefits.stock.StockProvider;
import org.nuanxin.kit.consume.Subscription;
import org.nuanxin.kit.ops.ProviderWatch;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For each programme its provider, its worker and its consumer group: three that break alone. */
@Configuration(proxyBeanMethods = false)
class ProgrammeWiring {

  private final Programmes programmes;
  private final Grants grants;
  private final RetrySchedule retries;
  private final Clock clock;
  private final BenefitsSettings settings;

  ProgrammeWiring(
      Programmes programmes,
      Grants grants,
      RetrySchedule retries,
      Clock clock,
      BenefitsSettings settings) {
    this.programmes = programmes;
    this.grants = grants;
    this.retries = retries;
    this.clock = clock;
    this.settings = settings;
  }

  @Bean
  Provider insurer(Providers providers, @Value("${nuanxin.providers.insurer-url}") String url) {
    return providers.insurer(url);
  }

  @Bean
  Provider clinic(Providers providers, @Value("${nuanxin.providers.clinic-url}") String url) {
    return providers.clinic(url);
  }

  @Bean
  Provider gifts(Stock stock, @Value("${nuanxin.federation:460200}") String federation) {
    return new StockProvider(stock, federation);
  }

  @Bean
  ProviderWatch providerWatch(
      Providers providers, @Value("${nuanxin.federation:460200}") String federation) {
    return new WaitingGrants(providers, grants, federation);
  }

  @Bean
  Worker insuranceWorker(@Qualifier("insurer") Provider provider) {
    return worker(Programme.ACCIDENT_INSURANCE, provider);
  }

  @Bean
  Worker healthCheckWorker(@Qualifier("clinic") Provider provider) {
    return worker(Programme.HEALTH_CHECK, provider);
  }

  @Bean
  Worker welcomeGiftWorker(@Qualifier("gifts") Provider provider) {
    return worker(Programme.WELCOME_GIFT, provider);
  }

  @Bean
  Subscription insurance(
      @Qualifier("insurer") Provider provider, @Qualifier("insuranceWorker") Worker worker) {
    return batches(Programme.ACCIDENT_INSURANCE, provider, worker).inGroup("benefits.insurance");
  }

  @Bean
  Subscription healthCheck(
      @Qualifier("clinic") Provider provider, @Qualifier("healthCheckWorker") Worker worker) {
    return batches(Programme.HEALTH_CHECK, provider, worker).inGroup("benefits.health-check");
  }

  @Bean
  Subscription welcomeGift(
      @Qualifier("gifts") Provider provider, @Qualifier("welcomeGiftWorker") Worker worker) {
    return batches(Programme.WELCOME_GIFT, provider, worker).inGroup("benefits.welcome-gift");
  }

  @Bean
  StockArrivals stockArrivals(@Qualifier("welcomeGiftWorker") Worker worker) {
    return worker::wake;
  }

  private Worker worker(String programme, Provider provider) {
    return new Worker(
        programme,
        programmes,
        new WorkOff(grants, provider, retries, clock),
        settings.work().every());
  }

  private MembershipBatches batches(String programme, Provider provider, Worker worker) {
    return new MembershipBatches(
        programme,
        programmes,
        grants,
        new OpenGrants(grants, provider, retries, clock),
        new EndGrants(grants, clock),
        worker::wake);
  }
}
