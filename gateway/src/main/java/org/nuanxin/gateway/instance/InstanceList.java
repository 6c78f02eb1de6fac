package org.nuanxin.gateway.instance;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The instances of one service, taken in turn. */
final class InstanceList {

  private final List<Instance> all;
  private final AtomicInteger turn = new AtomicInteger();

  InstanceList(List<Instance> all) {
    this.all = all;
  }

  List<Instance> all() {
    return all;
  }

  /**
   * The next that is neither resting nor tried; else the next not tried, since one that rested may
   * be back; null when all were tried.
   */
  @Nullable Instance next(List<Instance> tried) {
    int size = all.size();
    int start = size == 0 ? 0 : Math.floorMod(turn.getAndIncrement(), size);
    Instance resting = null;
    for (int i = 0; i < size; i++) {
      Instance candidate = all.get((start + i) % size);
      if (tried.contains(candidate)) {
        continue;
      }
      if (!candidate.isResting()) {
        return candidate;
      }
      resting = resting == null ? candidate : resting;
    }
    return resting;
  }
}
