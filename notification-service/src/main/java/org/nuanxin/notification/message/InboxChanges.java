package org.nuanxin.notification.message;

/** Port to whoever notices that an inbox changed, on whichever instance. */
public interface InboxChanges {

  /** Is told of changes, one at a time. */
  interface Listener {

    /** A message is new, or was marked as read. May be told more than once. */
    void changed(Message message);

    /** From now on this is the phone by which the member's inbox is found. */
    void bound(String memberId, String federation, String phoneIndex);

    /** Changes may have been missed. */
    void everythingMayHaveChanged();

    /** Whether anybody still watches. */
    boolean isAnybodyThere();
  }

  /**
   * Begins to watch unless it does already, until nobody is there. What changes after this returns
   * is told.
   *
   * @throws RuntimeException when it cannot watch at the moment
   */
  void watch(Listener listener);
}
