package org.nuanxin.benefits.grant;

import org.nuanxin.benefits.programme.Validity;

/**
 * An order at a provider.
 *
 * @param id idempotency key
 * @param unsure whether an earlier attempt may have taken effect, so that the provider is asked
 *     before anything is sent again
 */
public record Order(GrantId id, String federation, Validity validity, boolean unsure) {

  static Order of(Opening opening) {
    return new Order(opening.id(), opening.federation(), opening.validity(), false);
  }

  static Order of(Grant grant) {
    Opening opening = grant.opening();
    return new Order(opening.id(), opening.federation(), opening.validity(), grant.task().unsure());
  }
}
