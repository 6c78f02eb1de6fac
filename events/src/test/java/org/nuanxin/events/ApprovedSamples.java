package org.nuanxin.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The approved JSON of each event, for the tests of producers and consumers alike. */
public final class ApprovedSamples {

  private ApprovedSamples() {}

  /** The payload as it is on the wire. */
  public static String of(EventType type) {
    String name = "/samples/" + type.type() + ".json";
    try (var in = ApprovedSamples.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("No approved sample " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
