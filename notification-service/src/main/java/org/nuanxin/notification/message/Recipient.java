package org.nuanxin.notification.message;

import java.time.Instant;

/**
 * By which phone a member's inbox is found.
 *
 * @param phoneIndex keyed blind index of the phone
 * @param sequence version of the member at which this became so
 * @param since when it became so
 */
public record Recipient(
    String memberId, String federation, String phoneIndex, long sequence, Instant since) {}
