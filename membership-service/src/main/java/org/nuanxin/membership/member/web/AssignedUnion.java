package org.nuanxin.membership.member.web;

import org.nuanxin.membership.union.Assignment;
import org.nuanxin.membership.union.RouteReason;
import org.nuanxin.membership.union.Union;

/** The union that somebody is assigned to, with the reason in words. */
record AssignedUnion(String id, String name, String route, String reason) {

  /** In a language, by its BCP 47 tag. */
  static AssignedUnion of(Assignment assignment, String language) {
    Union union = assignment.union();
    return new AssignedUnion(
        union.id(),
        union.name().in(language),
        assignment.route().name(),
        RouteReason.of(assignment.route(), union).in(language));
  }
}
