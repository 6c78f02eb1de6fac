package org.nuanxin.benefits.programme;

import java.util.List;

/** The programmes in force. Reading costs no round trip; a change is seen within a minute. */
public interface Programmes {

  /**
   * A programme.
   *
   * @throws java.util.NoSuchElementException when there is none of this code
   */
  Programme get(String code);

  /** All, by code. */
  List<Programme> all();
}
