package org.nuanxin.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.kit.pii.EnvironmentPiiKeys;
import org.nuanxin.kit.pii.TestPii;

class CursorsTest {

  private static final String OTHER_KEY = "i2=Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=";

  private final Cursors cursors = new Cursors(TestPii.keys());

  @Test
  void givesBackItsValuesInOrder() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("due", "2026-11-24T17:30:00+08:00");
    values.put("id", "01abc");
    values.put("空", "");

    assertThat(cursors.decode(cursors.encode(values))).containsExactlyEntriesOf(values);
  }

  @Test
  void isMadeOfCharactersThatNeedNoEscape() {
    assertThat(cursors.encode(Map.of("a", "?&=/+"))).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void noticesEveryChange() {
    String cursor = cursors.encode(Map.of("id", "01abc"));

    for (int i = 0; i < cursor.length() - 1; i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      refused(cursor.substring(0, i) + other + cursor.substring(i + 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "!!!!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "eyJpZCI6MX0"})
  void refusesWhatIsNoneOfOurs(String cursor) {
    refused(cursor);
  }

  @Test
  void refusesAnEndlessOne() {
    refused("A".repeat(1_000_000));
  }

  @Test
  void readsCursorsOfTheOldKeyWhileItIsRotated() {
    String old = cursors.encode(Map.of("id", "1"));
    Cursors during =
        new Cursors(new EnvironmentPiiKeys(TestPii.KEYS, OTHER_KEY + "," + TestPii.INDEX_KEYS));

    assertThat(during.decode(old)).containsEntry("id", "1");
    assertThat(during.encode(Map.of("id", "1"))).isNotEqualTo(old);
  }

  @Test
  void cutsAPageAndPointsToTheNext() {
    Page<Integer> page = Page.cut(List.of(1, 2, 3), 2, last -> "after " + last);

    assertThat(page).isEqualTo(new Page<>(List.of(1, 2), "after 2"));
    assertThat(Page.cut(List.of(1, 2), 2, last -> "after " + last).next()).isNull();
    assertThat(Page.cut(List.<Integer>of(), 2, last -> "after " + last).items()).isEmpty();
  }

  private void refused(String cursor) {
    assertThatThrownBy(() -> cursors.decode(cursor))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.errors().getFirst().field()).isEqualTo("cursor"));
  }
}
