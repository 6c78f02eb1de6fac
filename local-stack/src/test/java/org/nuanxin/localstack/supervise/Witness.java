package org.nuanxin.localstack.supervise;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what it was told. */
final class Witness implements Watcher {

  final List<String> told = new CopyOnWriteArrayList<>();
  final AtomicInteger changes = new AtomicInteger();

  @Override
  public void ready(String name, Duration after, String where) {
    told.add(name + " ready");
  }

  @Override
  public void died(String name, int exitCode, Duration pause) {
    told.add(name + " died with " + exitCode + ", again in " + pause.toSeconds() + " s");
  }

  @Override
  public void changed() {
    changes.incrementAndGet();
  }
}
