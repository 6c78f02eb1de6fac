/**
 * Real Kafka and MongoDB for the kit's tests and its users', with faults that can be switched on.
 */
package org.nuanxin.kit.testing;
