package org.nuanxin.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  private final Violations violations = new Violations();

  @ParameterizedTest
  @ValueSource(
      strings = {"张三", "𠮷野家", "阿依古丽·买买提", "符•黎", "O'Neil-Smith", "Ngô Bảo Châu", "㐂㐂", "龘"})
  void keepsNamesOfEveryScript(String name) {
    assertThat(Text.line(violations, "name", name, 1, 50)).contains(name);
    assertThat(violations.isEmpty()).isTrue();
  }

  @Test
  void trimsAndComposes() {
    assertThat(Text.line(violations, "name", " \u3000e\u0301mile\t", 1, 50)).contains("émile");
  }

  @Test
  void leavesOperatorsOfADatabaseAsTheTextTheyAre() {
    assertThat(Text.line(violations, "name", "{\"$ne\": null}", 1, 50)).contains("{\"$ne\": null}");
  }

  @Test
  void countsARareCharacterAsOne() {
    assertThat(Text.line(violations, "name", "𠮷".repeat(5), 5, 5)).isPresent();
  }

  @Test
  void refusesOneCharacterTooManyOrTooFew() {
    Text.line(violations, "long", "𠮷".repeat(6), 2, 5);
    Text.line(violations, "short", "𠮷", 2, 5);

    assertThat(violations.errors())
        .extracting(FieldError::field, FieldError::code)
        .containsExactly(tuple("long", "TOO_LONG"), tuple("short", "TOO_SHORT"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t\n", "\u3000"})
  void asksForARequiredText(String absent) {
    assertThat(Text.line(violations, "name", absent, 1, 5)).isEmpty();
    assertThat(violations.errors()).extracting(FieldError::code).containsExactly("REQUIRED");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void letsAnOptionalTextBeAbsent(String absent) {
    assertThat(Text.line(violations, "name", absent, 0, 5)).isEmpty();
    assertThat(violations.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\nb",
        "a\u007fb",
        "a\u200bb",
        "a\u202eb",
        "a\u2028b",
        "a\ufeffb",
        "a\ud800b",
        "a\ue000b",
        "a\u0085b"
      })
  void refusesWhatCannotBeSeen(String text) {
    assertThat(Text.line(violations, "name", text, 1, 50)).isEmpty();
    assertThat(violations.errors()).extracting(FieldError::code).containsExactly("PATTERN");
  }
}
