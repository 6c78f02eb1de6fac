package org.nuanxin.gateway.page;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** How a file was packed when it was built, best first. Nothing is packed while it is asked for. */
enum Coding {
  BROTLI("br", ".br"),
  GZIP("gzip", ".gz"),
  NONE("identity", "");

  private final String token;
  private final String suffix;

  Coding(String token, String suffix) {
    this.token = token;
    this.suffix = suffix;
  }

  /** As HTTP names it. */
  String token() {
    return token;
  }

  /** What the name of a file so packed ends in. */
  String suffix() {
    return suffix;
  }

  /**
   * The one to answer with: of those there are, the one that the caller would rather have, else
   * {@link #NONE}.
   *
   * @param accepted values of {@code Accept-Encoding}
   */
  static Coding choose(List<String> accepted, Predicate<Coding> there) {
    Coding best = NONE;
    double bestWeight = 0;
    for (Coding coding : List.of(BROTLI, GZIP)) {
      double weight = there.test(coding) ? coding.weight(accepted) : 0;
      if (weight > bestWeight) {
        best = coding;
        bestWeight = weight;
      }
    }
    return best;
  }

  /** What is not named weighs as much as {@code *} does, and nothing without that. */
  private double weight(List<String> accepted) {
    double any = 0;
    for (String value : accepted) {
      for (String part : value.toLowerCase(Locale.ROOT).split(",")) {
        String[] pieces = part.split(";", 2);
        String name = pieces[0].strip();
        if (name.equals(token)) {
          return quality(pieces);
        }
        if (name.equals("*")) {
          any = quality(pieces);
        }
      }
    }
    return any;
  }

  private static double quality(String[] pieces) {
    if (pieces.length == 1) {
      return 1;
    }
    String parameter = pieces[1].strip();
    try {
      return parameter.startsWith("q=") ? Double.parseDouble(parameter.substring(2)) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
