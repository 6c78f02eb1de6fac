package org.nuanxin.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

class AnswerLanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en                              | en
          EN                              | en
          en-GB                           | en
          en-US,en;q=0.9,zh-CN;q=0.8      | en
          zh                              | zh-CN
          zh-CN                           | zh-CN
          zh-Hans-CN                      | zh-CN
          zh-TW                           | zh-CN
          zh-CN,zh;q=0.9,en;q=0.8         | zh-CN
          zh;q=0.5, en;q=0.7              | en
          zh;q=0.7, en;q=0.7              | zh-CN
          fr-FR, de;q=0.9, en;q=0.1       | en
          zh;q=0, en;q=0.1                | en
          en;q=0.9, *;q=0.5               | en
          """)
  void isTheOneOfOursThatIsPreferred(String header, String tag) {
    assertThat(AnswerLanguage.accepted(header)).contains(tag);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "*",
        "*, en;q=0.5",
        "fr",
        "eng",
        "fr-FR, de;q=0.9",
        "en;q=0",
        "fr, *;q=0.5, zh;q=0.1",
        "en;q=2",
        "en;q=x",
        "?",
        ",",
        "en_GB",
        ";q=1",
        "en;q=0.8;level=1"
      })
  void isNotSaidByAnythingElse(String header) {
    assertThat(AnswerLanguage.accepted(header)).isEmpty();
  }

  @Test
  void isNotSoughtInWhatNoBrowserSends() {
    assertThat(AnswerLanguage.accepted("fr,".repeat(200) + "en")).isEmpty();
  }

  @Test
  void isToldWithTheAnswerAndThatItDependsOnTheRequest() {
    ResponseEntity<String> one = AnswerLanguage.answer("x", List.of("en", "en"));
    ResponseEntity<String> two = AnswerLanguage.answer("x", List.of("zh-CN", "en"));
    ResponseEntity<String> none = AnswerLanguage.answer("x", List.of());

    assertThat(one.getHeaders().get(HttpHeaders.CONTENT_LANGUAGE)).containsExactly("en");
    assertThat(two.getHeaders().get(HttpHeaders.CONTENT_LANGUAGE)).containsExactly("en, zh-CN");
    assertThat(none.getHeaders().containsHeader(HttpHeaders.CONTENT_LANGUAGE)).isFalse();
    assertThat(List.of(one, two, none))
        .allSatisfy(
            answer -> assertThat(answer.getHeaders().getVary()).containsExactly("Accept-Language"));
  }
}
