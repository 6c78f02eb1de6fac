package org.nuanxin.membership.union;

/**
 * The union a worker is assigned to, and why.
 *
 * @param union the union
 * @param route the way that led there
 */
public record Assignment(Union union, Route route) {}
