package org.nuanxin.gateway.page;

import org.jspecify.annotations.Nullable;

/**
 * What was built of the front ends.
 *
 * @param worker null where it was not built
 * @param console null where it was not built
 */
record FrontEnds(@Nullable FrontEnd worker, @Nullable FrontEnd console) {}
