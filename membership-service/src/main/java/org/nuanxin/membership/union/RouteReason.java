package org.nuanxin.membership.union;

/** Why somebody was assigned to a union, in words for the person. */
public final class RouteReason {

  private RouteReason() {}

  /** The reason, naming the union. */
  public static Words of(Route route, Union union) {
    String zh = union.name().zh();
    String en = union.name().en();
    return switch (route) {
      case KEY_ENTERPRISE ->
          new Words(
              "您的单位已建立工会，由“" + zh + "”吸收入会。", "Your employer has a union of its own: " + en + ".");
      case INDUSTRY ->
          new Words(
              "您从事的行业已建立工会联合会，小微企业职工和个人由“" + zh + "”吸收入会。",
              "Your industry has a federation for small firms and individuals: " + en + ".");
      case COMMUNITY ->
          new Words(
              "您没有单位工会或行业工会，由所在社区（村）的“" + zh + "”兜底吸收入会。",
              "You have no employer's or industry union, so the union of your community takes you"
                  + " in: "
                  + en
                  + ".");
    };
  }
}
