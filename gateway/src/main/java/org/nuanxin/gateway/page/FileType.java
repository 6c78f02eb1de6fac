package org.nuanxin.gateway.page;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;

/** What a path's name says about the file there. */
final class FileType {

  private static final Map<String, String> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("html", "text/html;charset=utf-8"),
          Map.entry("js", "text/javascript;charset=utf-8"),
          Map.entry("mjs", "text/javascript;charset=utf-8"),
          Map.entry("css", "text/css;charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("geojson", "application/geo+json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("txt", "text/plain;charset=utf-8"),
          Map.entry("xml", "application/xml"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"),
          Map.entry("avif", "image/avif"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff", "font/woff"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("ttf", "font/ttf"),
          Map.entry("wasm", "application/wasm"));

  private static final String ASSETS = "/assets/";

  /** A name with a hash of the content in it, so that the content of this path never changes. */
  private static final Pattern HASHED = Pattern.compile(".*-[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9]+");

  private FileType() {}

  static MediaType of(String path) {
    String type = BY_EXTENSION.get(extension(path));
    return type == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(type);
  }

  static boolean isImmutable(String path) {
    return path.startsWith(ASSETS) && HASHED.matcher(path).matches();
  }

  /**
   * Whether the path can be a page of the app's own, whose name only its script knows. What looks
   * like a file is none: a page in the place of a missing script would hide that it is missing.
   */
  static boolean isPage(String path) {
    return !path.startsWith(ASSETS)
        && !path.contains("/.")
        && !BY_EXTENSION.containsKey(extension(path));
  }

  private static String extension(String path) {
    int dot = path.lastIndexOf('.');
    return dot < path.lastIndexOf('/') ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
