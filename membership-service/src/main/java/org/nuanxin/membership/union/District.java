package org.nuanxin.membership.union;

/**
 * A district of the city; its federation of unions has the same code.
 *
 * @param code six digits
 * @param name as the National Bureau of Statistics lists it
 * @param pinyin how the name is spoken
 */
public record District(String code, String name, Pinyin pinyin) {}
