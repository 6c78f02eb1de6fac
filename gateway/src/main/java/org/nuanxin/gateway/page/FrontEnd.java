package org.nuanxin.gateway.page;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One app. Its files are listed once; a path is only ever looked up in that list, and so cannot
 * lead anywhere else.
 */
final class FrontEnd {

  private static final String INDEX = "/index.html";

  private final Map<String, PageFile> files;
  private final PageFile index;

  FrontEnd(Map<String, PageFile> files) {
    this.files = Map.copyOf(files);
    this.index = Objects.requireNonNull(files.get(INDEX), INDEX);
  }

  /** The app itself, under whatever name of its own. */
  PageFile index() {
    return index;
  }

  /** The file at this path within the app; null when there is none. */
  @Nullable PageFile find(String path) {
    return path.equals("/") ? index : files.get(path);
  }
}
