package org.nuanxin.membership.timeline;

/**
 * The event that told of a step.
 *
 * @param id its CloudEvents id
 * @param type its literal
 * @param sequence its source's version after it
 */
public record StepEvent(String id, String type, long sequence) {

  /** The id of an event of an aggregate, as every service of ours makes it. */
  public static String idOf(String aggregate, long sequence) {
    return aggregate + '-' + sequence;
  }
}
