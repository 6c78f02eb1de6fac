package org.nuanxin.localstack.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where around Sanya there is land and where sea, by the coastline of GSHHG; WGS-84. */
final class Land {

  private record Feature(Geometry geometry) {}

  private record Geometry(List<List<List<double[]>>> coordinates) {}

  private record Features(List<Feature> features) {}

  private final List<List<double[]>> shores;

  private Land(List<List<double[]>> shores) {
    this.shores = shores;
  }

  static Land load() {
    JsonMapper json =
        JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try (InputStream file =
        Objects.requireNonNull(
            Land.class.getResourceAsStream("/sample/source/hainan-south-land-gshhg.geojson"))) {
      return new Land(
          json.readValue(file, Features.class).features().stream()
              .flatMap(feature -> feature.geometry().coordinates().stream())
              .map(List::getFirst)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean contains(double longitude, double latitude) {
    return shores.stream().anyMatch(shore -> encloses(shore, longitude, latitude));
  }

  /** Counts how often a ray to the east crosses the shore. */
  private static boolean encloses(List<double[]> shore, double x, double y) {
    boolean inside = false;
    for (int i = 0; i + 1 < shore.size(); i++) {
      double[] a = shore.get(i);
      double[] b = shore.get(i + 1);
      if ((a[1] > y) != (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]) {
        inside = !inside;
      }
    }
    return inside;
  }
}
