package org.nuanxin.kit.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a provider answers of one thing when it is asked for several in one call (ADR 13): {@code
 * {"items": [{"idempotencyKey", "status", "body"}]}}, in the order in which they were asked for.
 *
 * @param status as if it had been asked for alone; 0 where nothing was said of it
 * @param body as if it had been asked for alone
 */
public record BundleItem(int status, @Nullable JsonNode body) {

  /** Not understood, no such path or method, too long: it is about the bundle and not its items. */
  private static final Set<Integer> NOT_IN_A_BUNDLE = Set.of(400, 404, 405, 413, 415, 422, 501);

  private static final BundleItem NOTHING = new BundleItem(0, null);

  /**
   * Reads the answer to a bundle. One under another key than was asked for is none, so that nobody
   * is given what is another's.
   *
   * @param keys what was asked for
   * @return one for each key, in the same order
   * @throws IOException when the answer is not about as many
   */
  public static List<BundleItem> read(JsonNode answer, List<String> keys) throws IOException {
    JsonNode items = answer.path("items");
    if (items.size() != keys.size()) {
      throw new IOException("The answer is not about what was asked for");
    }
    List<BundleItem> read = new ArrayList<>(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      JsonNode item = items.get(i);
      boolean same = item != null && item.path("idempotencyKey").asString("").equals(keys.get(i));
      read.add(same ? new BundleItem(item.path("status").asInt(0), item.get("body")) : NOTHING);
    }
    return read;
  }

  /** Whether a provider that answers a bundle so may take the same things one by one. */
  public static boolean isRefusedAsBundle(int status) {
    return NOT_IN_A_BUNDLE.contains(status);
  }
}
