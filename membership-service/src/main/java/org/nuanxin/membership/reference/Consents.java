package org.nuanxin.membership.reference;

import org.nuanxin.membership.union.Words;

/**
 * The consent that an application names.
 *
 * @param current version that new applications must name
 * @param text its text
 */
public record Consents(String current, Words text) {}
