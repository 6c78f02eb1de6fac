package org.nuanxin.localstack.sandbox;

/**
 * What a provider's ledger says of all calls that ask it to do something.
 *
 * @param calls how many came, those included that were refused
 * @param booked how many took effect
 * @param distinctKeys how many different idempotency keys took effect
 * @param distinctMembers how many different members, or phones, have something
 * @param repeated how many came again with a known key and changed nothing
 */
record Totals(long calls, long booked, long distinctKeys, long distinctMembers, long repeated) {}
