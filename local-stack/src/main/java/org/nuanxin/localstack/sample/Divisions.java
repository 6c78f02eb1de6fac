package org.nuanxin.localstack.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The real districts, communities and villages of Sanya, in the order of their codes. */
record Divisions(List<District> districts, List<Community> communities) {

  record District(String code, String name) {}

  record Community(String code, String name, String district) {}

  static Divisions load() {
    JsonMapper json =
        JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try (InputStream file =
        Objects.requireNonNull(
            Divisions.class.getResourceAsStream("/sample/source/sanya-divisions.json"))) {
      return json.readValue(file, Divisions.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> communityCodes() {
    return communities.stream().map(Community::code).toList();
  }

  String districtName(String code) {
    return districts.stream()
        .filter(district -> district.code().equals(code))
        .findFirst()
        .orElseThrow()
        .name();
  }
}
