package org.nuanxin.gateway.instance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.gateway.rule.Services;

/** Where every service's instances are. Replaced as a whole when that changes. */
public final class Instances {

  private static final InstanceList NONE = new InstanceList(List.of());

  private static final Map<String, String> CANONICAL =
      Services.BEHIND.stream().collect(Collectors.toMap(Instances::letters, name -> name));

  private volatile Map<String, InstanceList> lists = Map.of();

  /** All instances of a service. */
  public List<Instance> of(String service) {
    return list(service).all();
  }

  /** The instance to ask next, apart from those tried; null when there is none. */
  public @Nullable Instance next(String service, List<Instance> tried) {
    return list(service).next(tried);
  }

  /**
   * Replaces everything; an instance that stays keeps what is known of it. Services that are not
   * ours are passed over.
   */
  synchronized void replace(Map<String, List<String>> urls) {
    Map<String, InstanceList> replaced = new HashMap<>();
    urls.forEach((name, bases) -> {
      String service = CANONICAL.get(letters(name));
      if (service != null) {
        replaced.put(service, new InstanceList(kept(bases, list(service).all())));
      }
    });
    lists = Map.copyOf(replaced);
  }

  private static List<Instance> kept(List<String> bases, List<Instance> before) {
    List<Instance> now = new ArrayList<>();
    for (String base : bases) {
      Instance fresh = new Instance(base);
      now.add(
          before.stream()
              .filter(known -> known.base().equals(fresh.base()))
              .findFirst()
              .orElse(fresh));
    }
    return List.copyOf(now);
  }

  private InstanceList list(String service) {
    return lists.getOrDefault(service, NONE);
  }

  /** Environment variables cannot carry the hyphen of a service's name. */
  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
