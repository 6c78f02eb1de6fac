package org.nuanxin.benefits;

import java.util.List;
import org.nuanxin.benefits.grant.Grants;
import org.nuanxin.benefits.programme.Programme;
import org.nuanxin.benefits.provider.Providers;
import org.nuanxin.kit.ops.ProviderWatch;

/** Insurer and clinic, and the grants that wait: for one of the two or for stock of our own. */
final class WaitingGrants implements ProviderWatch {

  private static final List<String> PROGRAMMES =
      List.of(Programme.ACCIDENT_INSURANCE, Programme.HEALTH_CHECK, Programme.WELCOME_GIFT);

  private final Providers providers;
  private final Grants grants;
  private final String federation;

  WaitingGrants(Providers providers, Grants grants, String federation) {
    this.providers = providers;
    this.grants = grants;
    this.federation = federation;
  }

  @Override
  public List<Provider> providers() {
    return providers.health().stream()
        .map(health -> new Provider(health.name(), health.state()))
        .toList();
  }

  @Override
  public long waiting() {
    return PROGRAMMES.stream().mapToLong(each -> grants.countWaiting(federation, each)).sum();
  }
}
