package org.nuanxin.events;

/**
 * Something that happened, in the past tense, as other services may know it. Every event is a
 * record; its literal type and topic are in {@link EventType}. Changes are additive: a reader
 * ignores fields it does not know. No event carries an ID number, a phone number or a name.
 */
public sealed interface DomainEvent permits MembershipEvent, GrantEvent, StationEvent {

  /** The federation it belongs to, as its administrative code (Sanya: 460200). */
  String federation();

  /** Key of the event on its topic: the id of the aggregate it happened to. */
  String key();

  /** The literal type and topic of this event. */
  default EventType eventType() {
    return EventType.of(getClass());
  }
}
