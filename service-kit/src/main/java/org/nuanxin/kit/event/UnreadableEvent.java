package org.nuanxin.kit.event;

import tools.jackson.core.JacksonException;

/** A payload that is not JSON of the expected shape. The message quotes nothing of the payload. */
public class UnreadableEvent extends RuntimeException {

  UnreadableEvent(Class<?> type, JacksonException cause) {
    super(
        "Not readable as "
            + type.getSimpleName()
            + " at "
            + cause.getLocation().offsetDescription());
  }
}
