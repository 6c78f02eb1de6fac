package org.nuanxin.membership.union;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds communities by what people type: characters, pinyin or the code. Immutable; answers from
 * memory.
 */
public final class CommunitySearch {

  /** How well a community fits, the best first. */
  private enum Fit {
    NAME,
    BEGINS,
    PINYIN_BEGINS,
    CONTAINS,
    DISTRICT
  }

  /** A community with the names it goes by. */
  private record Entry(Community community, String name, Set<String> names) {

    static Entry of(Community community) {
      String said = community.shortName();
      return new Entry(
          community,
          community.name(),
          Set.of(community.name(), said, KIND.matcher(said).replaceAll("")));
    }
  }

  private record Found(Community community, Fit fit) {}

  private static final Pattern KIND = Pattern.compile("(社区|村|居)$");
  private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s]+");

  private final List<Community> all;
  private final List<Entry> entries;

  /**
   * Among these.
   *
   * @param communities by code
   */
  public CommunitySearch(List<Community> communities) {
    all = List.copyOf(communities);
    entries = all.stream().map(Entry::of).toList();
  }

  /**
   * Those that fit, the best first: the name itself, without 社区 or 村 too; names that begin so;
   * names whose pinyin begins so, in full or by initials; names or codes that hold it; and last all
   * of a district whose name begins so. Equally good ones by code; all where nothing is typed.
   */
  public List<Community> find(String typed) {
    String words =
        SPACE
            .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
            .replaceAll("");
    if (words.isEmpty()) {
      return all;
    }
    Optional<String> pinyin = Pinyin.typed(typed);
    return entries.stream()
        .flatMap(entry ->
            Optional.ofNullable(fit(entry, words, pinyin))
                .map(fit -> new Found(entry.community(), fit))
                .stream())
        .sorted(Comparator.comparing(Found::fit))
        .map(Found::community)
        .toList();
  }

  private static @Nullable Fit fit(Entry entry, String words, Optional<String> pinyin) {
    Community community = entry.community();
    if (entry.names().contains(words)) {
      return Fit.NAME;
    }
    if (entry.name().startsWith(words)) {
      return Fit.BEGINS;
    }
    if (pinyin.filter(community.pinyin()::beginsWith).isPresent()) {
      return Fit.PINYIN_BEGINS;
    }
    if (entry.name().contains(words)
        || community.code().contains(words)
        || pinyin.filter(community.pinyin()::contains).isPresent()) {
      return Fit.CONTAINS;
    }
    District district = community.within();
    return district.name().startsWith(words)
            || pinyin.filter(district.pinyin()::beginsWith).isPresent()
        ? Fit.DISTRICT
        : null;
  }
}
