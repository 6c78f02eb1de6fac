/**
 * Sign-ups of the sample's workers as their phones make them, watched to the end and held against
 * the providers' own books.
 */
@NullMarked
package org.nuanxin.localstack.demo;

import org.jspecify.annotations.NullMarked;
