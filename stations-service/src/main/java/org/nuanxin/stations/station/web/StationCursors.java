package org.nuanxin.stations.station.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.web.Cursors;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.stations.station.FoundStation;
import org.nuanxin.stations.station.StationSearch.After;

/** Where the next page of a search starts, as a signed cursor. */
final class StationCursors {

  private static final String METRES = "metres";
  private static final String SHOWN = "shown";
  private static final String NAME = "name";
  private static final String ID = "id";

  private final Cursors cursors;

  StationCursors(Cursors cursors) {
    this.cursors = cursors;
  }

  /**
   * Reads a cursor.
   *
   * @param near whether the list is one by distance
   * @throws ProblemException 400 when it is not one of this kind of list
   */
  @Nullable After read(@Nullable String cursor, boolean near) {
    if (cursor == null) {
      return null;
    }
    Map<String, String> values = cursors.decode(cursor);
    String metres = values.get(METRES);
    String shown = values.get(SHOWN);
    String name = values.get(NAME);
    String id = values.get(ID);
    if (near && metres != null && shown != null) {
      return new After.Distance(Double.parseDouble(metres), Set.of(shown.split(",")));
    }
    if (!near && name != null && id != null) {
      return new After.Name(name, id);
    }
    throw ProblemException.invalid(
        "cursor", "PATTERN", "is not a cursor of this list; start again without one");
  }

  /**
   * The cursor after a page.
   *
   * @param page what is shown, not empty
   * @param before where the page itself started
   */
  String after(List<FoundStation> page, boolean near, @Nullable After before) {
    FoundStation last = page.getLast();
    if (!near) {
      return cursors.encode(Map.of(NAME, last.station().profile().name(), ID, last.station().id()));
    }
    Set<String> shown = new HashSet<>();
    if (before instanceof After.Distance earlier && earlier.metres() == last.storeMetres()) {
      shown.addAll(earlier.shown());
    }
    page.stream()
        .filter(each -> each.storeMetres() == last.storeMetres())
        .forEach(each -> shown.add(each.station().id()));
    return cursors.encode(
        Map.of(METRES, Double.toString(last.storeMetres()), SHOWN, String.join(",", shown)));
  }
}
