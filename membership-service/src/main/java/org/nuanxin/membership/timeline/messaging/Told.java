package org.nuanxin.membership.timeline.messaging;

import org.nuanxin.kit.event.ReceivedEvent;
import org.nuanxin.membership.timeline.StepEvent;

/** Which event told of a step. */
final class Told {

  private Told() {}

  static StepEvent by(ReceivedEvent received) {
    return new StepEvent(received.id(), received.type().type(), received.sequence());
  }
}
