package org.nuanxin.kit.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class BundlesTest {

  private static final Predicate<Integer> NONE = each -> false;

  @Nested
  class WhatIsAskedForTogether {

    @Test
    void isNoMoreThanACallTakes() {
      assertThat(Bundles.of(List.of(1, 2, 3, 4, 5, 6, 7), NONE, 3))
          .containsExactly(List.of(1, 2, 3), List.of(4, 5, 6), List.of(7));
      assertThat(Bundles.of(List.of(1, 2, 3, 4), NONE, 2))
          .containsExactly(List.of(1, 2), List.of(3, 4));
      assertThat(Bundles.of(List.of(1, 2), NONE, 1)).containsExactly(List.of(1), List.of(2));
      assertThat(Bundles.of(List.of(1, 2), NONE, 0)).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void leavesOutWhatHasACallToItself() {
      assertThat(Bundles.of(List.of(1, 2, 3, 4, 5), each -> each % 2 == 0, 10))
          .containsExactlyInAnyOrder(List.of(2), List.of(4), List.of(1, 3, 5));
    }

    @Test
    void isNoCallWhereNothingIsWanted() {
      assertThat(Bundles.of(List.<Integer>of(), NONE, 10)).isEmpty();
    }
  }

  @Nested
  class WhatIsAnswered {

    private static final List<String> KEYS = List.of("a", "b");

    private static List<BundleItem> read(String json) throws IOException {
      return BundleItem.read(JsonMapper.builder().build().readTree(json), KEYS);
    }

    @Test
    void isReadInTheOrderOfTheKeys() throws IOException {
      List<BundleItem> items =
          read(
              """
              {"items":[{"idempotencyKey":"a","status":201,"body":{"n":1}},
                        {"idempotencyKey":"b","status":422,"body":{"title":"No"}}]}
              """);

      assertThat(items).extracting(BundleItem::status).containsExactly(201, 422);
      assertThat(items.getFirst().body().get("n").asInt()).isEqualTo(1);
    }

    @Test
    void isNothingUnderAnotherKey() throws IOException {
      String another = "{\"idempotencyKey\":\"b\",\"status\":201,\"body\":{}}";

      assertThat(read("{\"items\":[" + another + ",null]}"))
          .containsExactly(new BundleItem(0, null), new BundleItem(0, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"items\":null}", "{\"items\":[{},{},{}]}", "1"})
    void isNoneWhereItIsNotAboutAsMany(String json) {
      assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
    }
  }
}
