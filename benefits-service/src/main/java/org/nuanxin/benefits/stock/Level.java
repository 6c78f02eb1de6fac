package org.nuanxin.benefits.stock;

/**
 * How much there is of one kind.
 *
 * @param total units that ever arrived
 * @param held units that are given or kept for a grant
 * @param available units left
 */
public record Level(StockKind kind, long total, long held, long available) {}
