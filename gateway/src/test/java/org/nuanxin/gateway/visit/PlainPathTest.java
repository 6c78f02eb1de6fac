package org.nuanxin.gateway.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths mean the same to everybody. */
class PlainPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/a", "/a/", "/a/b.c", "/a/.b", "/a/b..c", "/a/~x:1@2,3(4)", "/%E4%B8%AD"})
  void takesPlainOnes(String path) {
    assertThat(PlainPath.is(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "a", "//", "/a//b", "/.", "/..", "/a/.", "/a/../b", "/a/.../b", "/%2E", "/%2e%2e",
        "/a%2Fb", "/a%5cb", "/a\\b", "/a;b", "/a%3Bb", "/%00", "/%0a", "/%20", "/%7f", "/%25", "/%",
        "/%4", "/%xx", "/a b", "/中"
      })
  void refusesAllThatCouldBeReadInTwoWays(String path) {
    assertThat(PlainPath.is(path)).isFalse();
  }
}
