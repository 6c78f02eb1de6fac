package org.nuanxin.kit.outbox;

import java.util.List;
import org.nuanxin.kit.event.StoredEvent;

/**
 * What a document has not yet sent, as of one version.
 *
 * @param id the document
 * @param version its version when these were all its pending events
 * @param events oldest first; never empty
 */
public record Pending(String id, long version, List<StoredEvent> events) {

  /** Copies the list. */
  public Pending {
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("Nothing is pending in " + id);
    }
  }
}
