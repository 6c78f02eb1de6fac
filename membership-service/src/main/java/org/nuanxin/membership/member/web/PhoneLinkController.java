package org.nuanxin.membership.member.web;

import org.nuanxin.kit.security.Caller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A member's phone in the hands of the union's administrators: numbers get new holders. */
@RestController
@RequestMapping("/api/v1/members/{id}/phone")
class PhoneLinkController {

  private final PhoneLinks links;

  PhoneLinkController(PhoneLinks links) {
    this.links = links;
  }

  /** Gives the member a number, once it is written down; another member who has it loses it. */
  @PutMapping
  PhoneLinks.PhoneLinkView link(
      Caller caller, @PathVariable String id, @RequestBody PhoneLinks.LinkRequest request) {
    return links.link(caller, id, request);
  }

  /** Takes the member's number away, so that its new holder can sign in with it and apply. */
  @PostMapping("/unlink")
  PhoneLinks.PhoneLinkView unlink(
      Caller caller, @PathVariable String id, @RequestBody PhoneLinks.UnlinkRequest request) {
    return links.unlink(caller, id, request);
  }
}
