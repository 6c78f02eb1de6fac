package org.nuanxin.membership.member.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.Cursors;
import org.nuanxin.kit.web.Page;
import org.nuanxin.membership.member.Identities;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.MemberSearch;
import org.nuanxin.membership.union.UnionTree;

/** Searches within the caller's unions. */
final class MemberSearching {

  private final MemberSearch search;
  private final MemberSearchCheck check;
  private final Identities identities;
  private final Scope scope;
  private final UnionTree unions;
  private final Cursors cursors;

  MemberSearching(
      MemberSearch search,
      MemberSearchCheck check,
      Identities identities,
      Scope scope,
      UnionTree unions,
      Cursors cursors) {
    this.search = search;
    this.check = check;
    this.identities = identities;
    this.scope = scope;
    this.unions = unions;
    this.cursors = cursors;
  }

  Page<MemberItem> search(Caller caller, MemberSearchRequest request) {
    MemberSearch.Query query = check.check(caller.federation(), request);
    List<Member> found = search.find(within(query, unionsOf(caller, request.unionId())));
    Page<Member> page =
        query.isForOne() ? Page.of(found) : Page.cut(found, query.limit() - 1, this::cursor);
    // Who left one union and applied to another is the other's to see, so this is the last word.
    return new Page<>(
        page.items().stream()
            .filter(member -> isWanted(caller, member, request.unionId()))
            .map(this::item)
            .toList(),
        page.next());
  }

  private static MemberSearch.Query within(MemberSearch.Query query, @Nullable Set<String> unions) {
    return new MemberSearch.Query(
        query.federation(),
        query.phones(),
        query.ids(),
        query.number(),
        query.state(),
        unions,
        query.occupation(),
        query.after(),
        query.limit());
  }

  /** Null for every union of the federation. */
  private @Nullable Set<String> unionsOf(Caller caller, @Nullable String root) {
    if (root == null) {
      return scope.isUnlimited(caller) ? null : scope.unionsOf(caller);
    }
    return unions.subtree(root).stream()
        .filter(each -> scope.mayRead(caller, each))
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isWanted(Caller caller, Member member, @Nullable String root) {
    return scope.mayRead(caller, member)
        && (root == null || unions.isWithin(member.unionId(), List.of(root)));
  }

  private MemberItem item(Member member) {
    String union = member.unionId();
    return MemberItem.of(
        member,
        identities.open(member.id(), member.identity()),
        unions.union(union).map(each -> each.name().zh()).orElse(union));
  }

  private String cursor(Member last) {
    String at =
        Objects.requireNonNull(last.membership(), "the list holds who joined")
            .joining()
            .joinedAt()
            .toString();
    return cursors.encode(Map.of(MemberSearchCheck.AT, at, MemberSearchCheck.ID, last.id()));
  }
}
