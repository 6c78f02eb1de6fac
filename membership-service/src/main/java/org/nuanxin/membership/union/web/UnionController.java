package org.nuanxin.membership.union.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.web.AnswerLanguage;
import org.nuanxin.kit.web.Cursors;
import org.nuanxin.kit.web.Limits;
import org.nuanxin.kit.web.Page;
import org.nuanxin.kit.web.Text;
import org.nuanxin.kit.web.Violations;
import org.nuanxin.membership.reference.Consents;
import org.nuanxin.membership.union.Community;
import org.nuanxin.membership.union.CommunitySearch;
import org.nuanxin.membership.union.Route;
import org.nuanxin.membership.union.Union;
import org.nuanxin.membership.union.UnionSearch;
import org.nuanxin.membership.union.UnionTree;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What one must know to apply: unions, communities and the consent. Public, from memory. */
@RestController
@RequestMapping("/api/v1")
class UnionController {

  /**
   * A union of the tree.
   *
   * @param employer registered name of the enterprise whose union it is, for the application; null
   *     for other unions
   */
  record UnionView(
      String id,
      String name,
      Union.Kind kind,
      @Nullable Route route,
      @Nullable String parent,
      @Nullable String employer) {}

  /** A community or village, and the district it lies in. */
  record CommunityView(String code, String name, String district, String districtName) {

    static CommunityView of(Community community) {
      return new CommunityView(
          community.code(), community.name(), community.district(), community.within().name());
    }
  }

  /** A consent. */
  record ConsentView(String version, String language, String text) {}

  private static final int LONGEST_QUERY = 60;

  private final UnionTree unions;
  private final UnionSearch unionSearch;
  private final CommunitySearch communitySearch;
  private final Consents consents;
  private final Cursors cursors;

  UnionController(UnionTree unions, Consents consents, Cursors cursors) {
    this.unions = unions;
    this.unionSearch = new UnionSearch(unions);
    this.communitySearch = new CommunitySearch(unions.communities());
    this.consents = consents;
    this.cursors = cursors;
  }

  /** Unions by route and part of the name, or of the employer's name. */
  @GetMapping("/unions")
  Page<UnionView> unions(
      @RequestParam(required = false) @Nullable Route route,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestHeader(value = "Accept-Language", required = false) @Nullable String language) {
    String answered = language(language);
    return page(unionSearch.find(route, query(q)), cursor, limit, union -> view(union, answered));
  }

  /** Communities and villages by part of the name, pinyin or code, the best fit first. */
  @GetMapping("/communities")
  Page<CommunityView> communities(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return page(communitySearch.find(query(q)), cursor, limit, CommunityView::of);
  }

  /** The consent that an application names. */
  @GetMapping("/consents/current")
  ConsentView consent(
      @RequestParam(required = false) @Nullable String language,
      @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted) {
    String answered = language(language == null ? accepted : language);
    return new ConsentView(consents.current(), answered, consents.text().in(answered));
  }

  private <T, V> Page<V> page(
      List<T> all, @Nullable String cursor, @Nullable Integer limit, Function<T, V> view) {
    int from = cursor == null ? 0 : offset(cursor);
    int most = Limits.of(limit);
    int begin = Math.min(from, all.size());
    int end = Math.min(begin + most, all.size());
    return new Page<>(
        all.subList(begin, end).stream().map(view).toList(),
        end < all.size() ? cursors.encode(Map.of("from", Integer.toString(end))) : null);
  }

  private int offset(String cursor) {
    // Signed by us, so what is in it is a number.
    return Integer.parseInt(cursors.decode(cursor).getOrDefault("from", "0"));
  }

  private static String query(@Nullable String q) {
    Violations violations = new Violations();
    String query = Text.line(violations, "q", q, 0, LONGEST_QUERY).orElse("");
    violations.throwIfAny();
    return query;
  }

  private UnionView view(Union union, String language) {
    return new UnionView(
        union.id(),
        union.name().in(language),
        union.kind(),
        union.route(),
        union.parent(),
        unions.employerOf(union.id()).orElse(null));
  }

  private static String language(@Nullable String accepted) {
    return AnswerLanguage.accepted(accepted).orElse("zh-CN");
  }
}
