package org.nuanxin.events;

/** What happened at a station. */
public sealed interface StationEvent extends DomainEvent permits VisitCheckedIn {}
