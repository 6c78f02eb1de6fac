package org.nuanxin.identity.code;

import java.time.Duration;

/**
 * How long a code lives and how often one may ask and guess.
 *
 * @param validity from being kept to being worthless
 * @param tries guesses per code, the right one included
 * @param codesPerWindow codes a phone may be sent within any one window; what was surely not sent
 *     and not guessed at is none of them
 * @param window length of the sliding window
 */
public record CodePolicy(Duration validity, int tries, int codesPerWindow, Duration window) {}
