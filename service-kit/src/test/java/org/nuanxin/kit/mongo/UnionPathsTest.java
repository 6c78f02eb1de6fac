package org.nuanxin.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnionPathsTest {

  @Test
  void readsBackWhatItWrote() {
    List<String> path = List.of("460200", "460203", "key-haiyun-express");

    assertThat(UnionPaths.write(path)).contains("460200/460203/key-haiyun-express");
    assertThat(UnionPaths.read(UnionPaths.write(path).orElseThrow())).isEqualTo(path);
  }

  @Test
  void storesNothingThatItCouldNotReadBack() {
    assertThat(UnionPaths.write(List.of())).isEmpty();
    assertThat(UnionPaths.write(List.of("460200", "a/b"))).isEmpty();
    assertThat(UnionPaths.write(List.of("460200", ""))).isEmpty();
    assertThat(UnionPaths.write(Collections.nCopies(11, "a"))).isEmpty();
  }

  @Test
  void readsNothingWhereNothingWasStored() {
    assertThat(UnionPaths.read(null)).isEmpty();
    assertThat(UnionPaths.read("")).isEmpty();
  }
}
