package org.nuanxin.localstack.demo;

import java.util.ArrayList;
import java.util.List;
import org.nuanxin.localstack.sample.People;
import org.nuanxin.localstack.sample.Worker;

/**
 * Workers of the sample roster who have not signed up yet, and when it is used up further ones of
 * the same make. Whoever's phone has ever got an SMS counts as signed up.
 */
final class FreshWorkers {

  private final People people = new People();
  private final ProviderBooks books;

  FreshWorkers(ProviderBooks books) {
    this.books = books;
  }

  List<Worker> take(int count, Insistence insistence) throws InterruptedException {
    List<Worker> fresh = new ArrayList<>(count);
    for (long ordinal = 0; fresh.size() < count; ordinal++) {
      Worker worker = people.worker(ordinal);
      if (!books.knows(worker.phone(), insistence)) {
        fresh.add(worker);
      }
    }
    return fresh;
  }
}
