package org.nuanxin.kit.security;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.pii.BlindIndex;
import org.nuanxin.kit.pii.PhoneNumbers;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads the caller from a verified token, of our own issuer or any other. */
final class Callers {

  private final String defaultFederation;
  private final BlindIndex blindIndex;

  Callers(String defaultFederation, BlindIndex blindIndex) {
    this.defaultFederation = defaultFederation;
    this.blindIndex = blindIndex;
  }

  Caller of(Jwt token) {
    String subject = token.getSubject();
    if (subject == null || subject.isBlank()) {
      throw new BadJwtException("The token names no subject");
    }
    Set<Role> roles =
        strings(token, "roles").stream()
            .map(Role::named)
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet());
    return new Caller(
        subject,
        Optional.ofNullable(text(token, "federation")).orElse(defaultFederation),
        roles,
        strings(token, "unions"),
        text(token, "station"),
        phoneIndex(token));
  }

  private @Nullable String phoneIndex(Jwt token) {
    String index = text(token, "phone_index");
    if (index != null) {
      return index;
    }
    return Optional.ofNullable(text(token, "phone_number"))
        .flatMap(PhoneNumbers::toE164)
        .map(phone -> blindIndex.of(phone, BlindIndex.PHONE))
        .orElse(null);
  }

  private static @Nullable String text(Jwt token, String claim) {
    return token.getClaims().get(claim) instanceof String text && !text.isBlank() ? text : null;
  }

  private static List<String> strings(Jwt token, String claim) {
    return token.getClaims().get(claim) instanceof Collection<?> values
        ? values.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }
}
