package org.nuanxin.membership.member.web;

import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.web.AnswerLanguage;
import org.nuanxin.kit.web.Violations;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells which union an application would go to, and why, before it is sent. Stores nothing. */
@RestController
@RequestMapping("/api/v1/routing")
class RoutingController {

  /** What decides about the union; the fields are those of an application. */
  record RoutingRequest(
      @Nullable String occupation,
      ApplicationRequest.@Nullable EmployerRequest employer,
      @Nullable String communityCode) {}

  /** Where it would go. */
  record RoutingView(AssignedUnion union) {}

  private final RoutingCheck routing;

  RoutingController(RoutingCheck routing) {
    this.routing = routing;
  }

  /** The union and the reason, in the language that is accepted. */
  @PostMapping
  RoutingView route(
      @RequestHeader(value = "Accept-Language", required = false) @Nullable String language,
      @RequestBody RoutingRequest request) {
    Violations violations = new Violations();
    RoutingCheck.Valid valid =
        routing
            .check(request.occupation(), request.employer(), request.communityCode(), violations)
            .orElse(null);
    if (valid == null) {
      violations.throwIfAny();
      throw new IllegalStateException("What is not valid has a violation");
    }
    return new RoutingView(
        AssignedUnion.of(routing.assign(valid), AnswerLanguage.accepted(language).orElse("")));
  }
}
