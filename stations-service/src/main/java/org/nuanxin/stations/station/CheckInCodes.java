package org.nuanxin.stations.station;

import java.security.SecureRandom;

/** Makes check-in codes: six letters and digits that nobody mistakes for one another. */
public final class CheckInCodes {

  private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 6;
  private static final SecureRandom RANDOM = new SecureRandom();

  private CheckInCodes() {}

  /** A new code, one of a thousand million. */
  public static String next() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return code.toString();
  }
}
