package org.nuanxin.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;

/** Reads access tokens without trusting them. */
final class Tokens {

  private Tokens() {}

  static SignedJWT jwt(String text) {
    try {
      return SignedJWT.parse(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static JWTClaimsSet claims(Answer answer) {
    if (answer.status() != 200) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    try {
      return jwt(answer.text("accessToken")).getJWTClaimsSet();
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static String subject(Answer answer) {
    return claims(answer).getSubject();
  }
}
