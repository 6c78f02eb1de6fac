package org.nuanxin.notification.message;

import static org.nuanxin.notification.message.Param.CAUSE;
import static org.nuanxin.notification.message.Param.DUE_AT;
import static org.nuanxin.notification.message.Param.EXPECTED_BY;
import static org.nuanxin.notification.message.Param.FIELDS;
import static org.nuanxin.notification.message.Param.JOINING;
import static org.nuanxin.notification.message.Param.NUMBER;
import static org.nuanxin.notification.message.Param.PROGRAMME;
import static org.nuanxin.notification.message.Param.REASON;
import static org.nuanxin.notification.message.Param.REFERENCE;
import static org.nuanxin.notification.message.Param.UNION;
import static org.nuanxin.notification.message.Param.VALID_UNTIL;

import java.util.Set;

/** What a message is about, and the values it is told with. */
public enum Kind {
  /** An application waits for a reviewer. */
  APPLICATION_RECEIVED(Set.of(UNION), Set.of(DUE_AT)),
  /** Fields of an application are to be corrected. */
  APPLICATION_RETURNED(Set.of(FIELDS, REASON), Set.of()),
  /** A corrected application waits for a reviewer again. */
  APPLICATION_RESUBMITTED(Set.of(), Set.of(DUE_AT)),
  /** An application was refused. */
  APPLICATION_REJECTED(Set.of(REASON), Set.of()),
  /** An application was taken back. */
  APPLICATION_WITHDRAWN(Set.of(), Set.of()),
  /** Welcome; who comes back is told otherwise. */
  MEMBER_JOINED(Set.of(NUMBER, UNION), Set.of(JOINING)),
  /** Farewell. */
  MEMBER_LEFT(Set.of(), Set.of()),
  /** A benefit is there. */
  GRANT_ISSUED(Set.of(PROGRAMME, REFERENCE), Set.of(VALID_UNTIL)),
  /** A benefit is due but not there yet. */
  GRANT_WAITING(Set.of(PROGRAMME, CAUSE), Set.of(EXPECTED_BY)),
  /** A benefit was refused for good. */
  GRANT_FAILED(Set.of(PROGRAMME, CAUSE), Set.of()),
  /** A benefit not yet used has ended. */
  GRANT_CANCELLED(Set.of(PROGRAMME, CAUSE), Set.of());

  private final Set<Param> required;
  private final Set<Param> optional;

  Kind(Set<Param> required, Set<Param> optional) {
    this.required = required;
    this.optional = optional;
  }

  /** Values that are always there. */
  public Set<Param> required() {
    return required;
  }

  /** Values that may be absent; a text must leave out what needs them. */
  public Set<Param> optional() {
    return optional;
  }
}
