package org.nuanxin.identity.code;

/**
 * Whoever holds a phone, as this service knows them.
 *
 * @param id stable and opaque; made when the phone is first seen
 * @param phoneIndex the phone's blind index, by which other services find their own records
 */
public record PhoneHolder(String id, String phoneIndex) {}
