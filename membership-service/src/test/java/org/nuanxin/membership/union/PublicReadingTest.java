package org.nuanxin.membership.union;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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
  void findsUnionsByRoute() {
    assertThat(get("", "/api/v1/unions?route=INDUSTRY").json().at("/items").size()).isEqualTo(5);
    assertThat(get("", "/api/v1/unions?route=x").status()).isEqualTo(400);
    assertThat(get("", "/v3/api-docs").body()).contains("/api/v1/applications");
  }
}
