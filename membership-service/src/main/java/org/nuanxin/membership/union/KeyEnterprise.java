package org.nuanxin.membership.union;

/**
 * An enterprise with a union of its own.
 *
 * @param union the union's id
 * @param employer the enterprise's registered name
 */
public record KeyEnterprise(String union, EmployerName employer) {}
