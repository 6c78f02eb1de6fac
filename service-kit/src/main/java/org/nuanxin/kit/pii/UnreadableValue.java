package org.nuanxin.kit.pii;

/** A stored value does not decrypt: changed, moved to another place, or its key is gone. */
public final class UnreadableValue extends RuntimeException {

  UnreadableValue(String reason) {
    super("An encrypted value cannot be read. " + reason + ".");
  }
}
