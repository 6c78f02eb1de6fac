/**
 * The insurer, the clinic and the SMS centre as they are from outside: real HTTP, books of their
 * own, faults to switch on.
 */
@NullMarked
package org.nuanxin.localstack.sandbox;

import org.jspecify.annotations.NullMarked;
