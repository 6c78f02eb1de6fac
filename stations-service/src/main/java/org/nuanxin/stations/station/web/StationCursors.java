package org.nuanxin.stations.station.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nuanxin.kit.web.Cursors;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.stations.station.FoundStation;
import org.nuanxin.stations.station.StationSearch;
import org.nuanxin.stations.station.StationSearch.After;

/**
 * Where the next page of a search starts, as a signed cursor. It carries a mark of the search, as
 * it means nothing in another: a distance from one place skips whatever is nearer to the next.
 */
final class StationCursors {

  private static final String METRES = "metres";
  private static final String SHOWN = "shown";
  private static final String NAME = "name";
  private static final String ID = "id";
  private static final String SEARCH = "search";

  private static final int MARK_BYTES = 12;

  private final Cursors cursors;

  StationCursors(Cursors cursors) {
    this.cursors = cursors;
  }

  /**
   * Reads a cursor.
   *
   * @param search the one it is to go on with
   * @throws ProblemException 400 when it is not one of this search
   */
  After read(String cursor, StationSearch search) {
    Map<String, String> values = cursors.decode(cursor);
    String metres = values.get(METRES);
    String shown = values.get(SHOWN);
    String name = values.get(NAME);
    String id = values.get(ID);
    if (mark(search).equals(values.get(SEARCH))) {
      if (metres != null && shown != null) {
        return new After.Distance(Double.parseDouble(metres), Set.of(shown.split(",")));
      }
      if (name != null && id != null) {
        return new After.Name(name, id);
      }
    }
    throw ProblemException.invalid(
        "cursor", "PATTERN", "is not a cursor of this search; start again without one");
  }

  /**
   * The cursor after a page.
   *
   * @param page what is shown, not empty
   * @param search of which it is a page
   */
  String after(List<FoundStation> page, StationSearch search) {
    FoundStation last = page.getLast();
    if (search.near() == null) {
      return cursors.encode(
          Map.of(
              SEARCH,
              mark(search),
              NAME,
              last.station().profile().name(),
              ID,
              last.station().id()));
    }
    Set<String> shown = new HashSet<>();
    if (search.after() instanceof After.Distance earlier
        && earlier.metres() == last.storeMetres()) {
      shown.addAll(earlier.shown());
    }
    page.stream()
        .filter(each -> each.storeMetres() == last.storeMetres())
        .forEach(each -> shown.add(each.station().id()));
    return cursors.encode(
        Map.of(
            SEARCH,
            mark(search),
            METRES,
            Double.toString(last.storeMetres()),
            SHOWN,
            String.join(",", shown)));
  }

  /** The same for a search however it was written, and whenever; another for any other. */
  private static String mark(StationSearch search) {
    String asked =
        Stream.of(
                search.federation(),
                search.near(),
                search.radiusMetres(),
                search.kind(),
                search.district(),
                search.facilities().stream().distinct().sorted().toList(),
                search.openAt() != null)
            .map(String::valueOf)
            .collect(Collectors.joining("|"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, MARK_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
