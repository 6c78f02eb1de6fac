package org.nuanxin.benefits.provider.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuanxin.benefits.grant.Grants;
import org.nuanxin.benefits.provider.ProviderHealth;
import org.nuanxin.benefits.provider.Providers;
import org.nuanxin.kit.ops.ProviderWatch;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.Page;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the providers do, for operators. */
@RestController
class ProvidersController {

  /**
   * A provider as the answering instance sees it; another instance may see it otherwise.
   *
   * @param lastSuccessAt null if it has not answered this instance as it should since that started
   * @param waiting the federation's grants that wait for it, whichever instance is asked; counted
   *     up to a hundred thousand
   * @param instance whose view this is
   */
  record ProviderView(
      String name,
      ProviderWatch.State state,
      ProviderHealth.Circuit circuit,
      @Nullable Instant lastSuccessAt,
      long waiting,
      String instance) {}

  private final Providers providers;
  private final Grants grants;
  private final String instance;

  /**
   * @param instance by the name that its figures carry as well
   */
  ProvidersController(
      Providers providers,
      Grants grants,
      @Value("${management.metrics.tags.instance}") String instance) {
    this.providers = providers;
    this.grants = grants;
    this.instance = instance;
  }

  /** Each provider that is asked over HTTP; stock of our own is none. */
  @GetMapping("/api/v1/providers")
  Page<ProviderView> all(Caller caller) {
    return Page.of(
        providers.health().stream().map(health -> view(health, caller.federation())).toList());
  }

  private ProviderView view(ProviderHealth health, String federation) {
    return new ProviderView(
        health.name(),
        health.state(),
        health.circuit(),
        health.lastSuccessAt(),
        grants.countWaiting(federation, health.programme()),
        instance);
  }
}
