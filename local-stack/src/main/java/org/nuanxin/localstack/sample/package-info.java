/** Synthetic workers and stations, made from a seed: no person, phone or place of them is real. */
@NullMarked
package org.nuanxin.localstack.sample;

import org.jspecify.annotations.NullMarked;
