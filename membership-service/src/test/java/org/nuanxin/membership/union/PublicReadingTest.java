package org.nuanxin.membership.union;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.membership.RunningService;

class PublicReadingTest extends RunningService {

  @Test
  void showsTheConsentInBothLanguages() {
    assertThat(get("", "/api/v1/consents/current").text("/version")).isEqualTo("2026-01");
    assertThat(get("", "/api/v1/consents/current").text("/language")).isEqualTo("zh-CN");
    assertThat(get("", "/api/v1/consents/current?language=en").text("/text")).contains("union");
  }

  @Test
  void pagesThroughEveryCommunity() {
    List<String> codes = new ArrayList<>();
    String next = "";
    do {
      Answer page = get("", "/api/v1/communities?limit=100" + next);
      page.json().at("/items").forEach(item -> codes.add(item.path("code").asString()));
      next = page.json().at("/next").isNull() ? "" : "&cursor=" + page.text("/next");
    } while (!next.isEmpty());

    assertThat(codes).hasSize(150).doesNotHaveDuplicates();
    assertThat(get("", "/api/v1/communities?q=%E6%B0%B8%E5%AE%81").text("/items/0/code"))
        .isEqualTo("460202198001");
    assertThat(get("", "/api/v1/communities?limit=101").status()).isEqualTo(400);
    assertThat(get("", "/api/v1/communities?cursor=x").status()).isEqualTo(400);
    assertThat(get("", "/api/v1/communities?q=$ne").json().at("/items").size()).isZero();
  }

  @Test
  void findsCommunitiesByPinyinAndNamesTheirDistrict() {
    Answer found = get("", "/api/v1/communities?q=Yong%20Ning&limit=1");

    assertThat(found.text("/items/0/code")).isEqualTo("460202198001");
    assertThat(found.text("/items/0/name")).isEqualTo("永宁社区居委会");
    assertThat(found.text("/items/0/district")).isEqualTo("460202");
    assertThat(found.text("/items/0/districtName")).isEqualTo("海棠区");
    assertThat(get("", "/api/v1/communities?q=jiyang").text("/items/0/districtName"))
        .isEqualTo("吉阳区");
  }

  @Test
  void completesTheEmployerThatIsTyped() {
    Answer found = employers("海韵示例");

    assertThat(found.json().at("/items").size()).isEqualTo(1);
    assertThat(found.text("/items/0/id")).isEqualTo("key-haiyun-express");
    assertThat(found.text("/items/0/employer")).isEqualTo("三亚海韵示例快运有限公司");
    assertThat(employers("三亚 海韵（示例").text("/items/0/id")).isEqualTo("key-haiyun-express");
    assertThat(employers("HAIYUN").text("/items/0/id")).isEqualTo("key-haiyun-express");
    assertThat(employers("海南").text("/items/0/employer")).isEqualTo("海南椰洲示例出行科技有限公司");
    assertThat(employers("").json().at("/items").size()).isEqualTo(4);
    assertThat(employers("快递行业").json().at("/items").size()).isZero();
    assertThat(employers("$").json().at("/items").size()).isZero();
  }

  @Test
  void showsNoMoreThanIsAskedFor() {
    Answer first = get("", "/api/v1/unions?route=KEY_ENTERPRISE&q=%E7%A4%BA%E4%BE%8B&limit=3");
    Answer second =
        get(
            "",
            "/api/v1/unions?route=KEY_ENTERPRISE&q=%E7%A4%BA%E4%BE%8B&limit=3&cursor="
                + first.text("/next"));

    assertThat(first.json().at("/items").size()).isEqualTo(3);
    assertThat(second.json().at("/items").size()).isEqualTo(1);
    assertThat(second.json().at("/next").isNull()).isTrue();
    assertThat(get("", "/api/v1/unions").json().at("/items").size()).isEqualTo(20);
    assertThat(get("", "/api/v1/unions?limit=101").errors()).containsExactly("limit:OUT_OF_RANGE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"communities", "unions"})
  void namesTheQueryThatIsWrong(String list) {
    String path = "/api/v1/" + list + "?q=";

    assertThat(get("", path + "a".repeat(60)).status()).isEqualTo(200);
    assertThat(get("", path + "a".repeat(61)).errors()).containsExactly("q:TOO_LONG");
    assertThat(get("", path + "a%07b").errors()).containsExactly("q:PATTERN");
    assertThat(get(TestTokens.forged("13800138000"), path).status()).isEqualTo(401);
  }

  @Test
  void findsUnionsByRoute() {
    assertThat(get("", "/api/v1/unions?route=INDUSTRY").json().at("/items").size()).isEqualTo(5);
    assertThat(get("", "/api/v1/unions?route=x").status()).isEqualTo(400);
    assertThat(get("", "/v3/api-docs").body()).contains("/api/v1/applications");
  }

  private Answer employers(String typed) {
    return get(
        "",
        "/api/v1/unions?route=KEY_ENTERPRISE&q="
            + URLEncoder.encode(typed, StandardCharsets.UTF_8));
  }
}
