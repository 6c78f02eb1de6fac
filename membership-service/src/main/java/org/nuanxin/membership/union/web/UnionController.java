package org.nuanxin.membership.union.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.web.Cursors;
import org.nuanxin.kit.web.Limits;
import org.nuanxin.kit.web.Page;
import org.nuanxin.membership.reference.Consents;
import org.nuanxin.membership.union.Community;
import org.nuanxin.membership.union.Route;
import org.nuanxin.membership.union.Union;
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

  /** A union of the tree. */
  record UnionView(
      String id, String name, Union.Kind kind, @Nullable Route route, @Nullable String parent) {}

  /** A consent. */
  record ConsentView(String version, String language, String text) {}

  private static final int MOST_WORDS = 60;

  private final UnionTree unions;
  private final Consents consents;
  private final Cursors cursors;

  UnionController(UnionTree unions, Consents consents, Cursors cursors) {
    this.unions = unions;
    this.consents = consents;
    this.cursors = cursors;
  }

  /** Unions by route and part of the name. */
  @GetMapping("/unions")
  Page<UnionView> unions(
      @RequestParam(required = false) @Nullable Route route,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestHeader(value = "Accept-Language", required = false) @Nullable String language) {
    Predicate<String> wanted = containing(q);
    return page(
        unions.unions().stream()
            .filter(union -> route == null || route == routeTo(union))
            .filter(union -> wanted.test(union.name().zh()) || wanted.test(union.name().en()))
            .map(union ->
                new UnionView(
                    union.id(),
                    union.name().in(language(language)),
                    union.kind(),
                    routeTo(union),
                    union.parent()))
            .toList(),
        cursor,
        limit);
  }

  /** Communities and villages by part of the name or the code. */
  @GetMapping("/communities")
  Page<Community> communities(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    Predicate<String> wanted = containing(q);
    return page(
        unions.communities().stream()
            .filter(each -> wanted.test(each.name()) || wanted.test(each.code()))
            .toList(),
        cursor,
        limit);
  }

  /** The consent that an application names. */
  @GetMapping("/consents/current")
  ConsentView consent(
      @RequestParam(required = false) @Nullable String language,
      @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted) {
    String answered = language(language == null ? accepted : language);
    return new ConsentView(consents.current(), answered, consents.text().in(answered));
  }

  private <T> Page<T> page(List<T> all, @Nullable String cursor, @Nullable Integer limit) {
    int from = cursor == null ? 0 : offset(cursor);
    int most = Limits.of(limit);
    int begin = Math.min(from, all.size());
    int end = Math.min(begin + most, all.size());
    return new Page<>(
        all.subList(begin, end),
        end < all.size() ? cursors.encode(Map.of("from", Integer.toString(end))) : null);
  }

  private int offset(String cursor) {
    // Signed by us, so what is in it is a number.
    return Integer.parseInt(cursors.decode(cursor).getOrDefault("from", "0"));
  }

  private static Predicate<String> containing(@Nullable String q) {
    if (q == null || q.isBlank()) {
      return name -> true;
    }
    String words = q.strip().toLowerCase(Locale.ROOT);
    return name -> words.length() <= MOST_WORDS && name.toLowerCase(Locale.ROOT).contains(words);
  }

  private static @Nullable Route routeTo(Union union) {
    return switch (union.kind()) {
      case KEY_ENTERPRISE -> Route.KEY_ENTERPRISE;
      case INDUSTRY -> Route.INDUSTRY;
      case COMMUNITY -> Route.COMMUNITY;
      case FEDERATION, DISTRICT -> null;
    };
  }

  private static String language(@Nullable String accepted) {
    return accepted != null && accepted.startsWith("en") ? "en" : "zh-CN";
  }
}
