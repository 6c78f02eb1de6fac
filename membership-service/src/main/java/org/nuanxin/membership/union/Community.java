package org.nuanxin.membership.union;

/**
 * A community or village; its union has the same code.
 *
 * @param code twelve digits
 * @param name as the National Bureau of Statistics lists it
 * @param district code of its district
 */
public record Community(String code, String name, String district) {}
