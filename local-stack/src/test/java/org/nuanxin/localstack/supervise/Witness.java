package org.nuanxin.localstack.supervise;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.nuanxin.localstack.CannotStart;

/** Remembers what it was told. */
final class Witness implements Watcher {

  final List<String> told = new CopyOnWriteArrayList<>();
  final AtomicInteger changes = new AtomicInteger();
  volatile boolean diskFull;

  @Override
  public void ready(String name, Duration after, String where) {
    told.add(name + " ready");
  }

  @Override
  public void died(String name, int exitCode, Duration pause) {
    told.add(name + " died with " + exitCode + ", again in " + pause.toSeconds() + " s");
  }

  @Override
  public void failed(String name, String sentence) {
    told.add(name + " failed: " + sentence);
  }

  @Override
  public void changed() {
    if (diskFull) {
      throw new CannotStart(CannotStart.Reason.DISK, "No space left.");
    }
    changes.incrementAndGet();
  }
}
