package org.nuanxin.kit.outbox;

import org.nuanxin.kit.web.Unavailable;

/** A document has too many unsent events to take another change; safe to try again later. */
public class OutboxFull extends Unavailable {

  /** A refusal of a change to one document. */
  public OutboxFull() {
    super("Earlier changes have not been sent yet. Please try again shortly.");
  }
}
