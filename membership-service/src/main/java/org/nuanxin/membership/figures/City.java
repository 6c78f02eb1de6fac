package org.nuanxin.membership.figures;

import org.nuanxin.membership.union.UnionTree;

/**
 * What figures are told against.
 *
 * @param registeredWorkers gig workers registered in the city
 */
public record City(UnionTree unions, long registeredWorkers) {}
