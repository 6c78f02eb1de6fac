package org.nuanxin.membership.contact;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.Page;
import org.nuanxin.kit.web.Violations;
import org.nuanxin.membership.member.Identities;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Members;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Phones for whoever sends SMS. Not routed by the gateway; role SERVICE only; each call is written
 * down before it is answered.
 */
@RestController
class ContactController {

  /** Whom to reach. */
  record Request(@Nullable List<@Nullable String> memberIds) {}

  /** How to reach a member. */
  record Contact(String memberId, String phone, String language) {

    /** Tells nothing but whose it is. */
    @Override
    public String toString() {
      return "Contact[" + memberId + "]";
    }
  }

  private static final int MOST = 500;

  private final Members members;
  private final Identities identities;
  private final ContactLookups lookups;

  ContactController(Members members, Identities identities, ContactLookups lookups) {
    this.members = members;
    this.identities = identities;
    this.lookups = lookups;
  }

  /** The contacts of those members that exist and have a phone. */
  @PostMapping("/internal/v1/contacts")
  Page<Contact> contacts(Caller caller, @RequestBody Request request) {
    Violations violations = new Violations();
    List<@Nullable String> ids = request.memberIds();
    violations.check(
        ids != null
            && !ids.isEmpty()
            && ids.size() <= MOST
            && ids.stream().allMatch(Objects::nonNull),
        "memberIds",
        "OUT_OF_RANGE",
        "must be 1 to " + MOST + " member ids");
    violations.throwIfAny();
    Set<String> wanted = new LinkedHashSet<>();
    if (ids != null) {
      ids.forEach(id -> wanted.add(String.valueOf(id)));
    }
    List<Member> found = members.findAll(caller.federation(), wanted);
    lookups.add(caller, found);
    return Page.of(
        found.stream().filter(member -> member.identity().hasPhone()).map(this::contact).toList());
  }

  private Contact contact(Member member) {
    return new Contact(
        member.id(),
        identities.open(member.id(), member.identity()).phone(),
        member.language().tag());
  }
}
