package org.nuanxin.benefits.grant;

import org.jspecify.annotations.Nullable;
import org.nuanxin.events.MemberLeft;

/**
 * A leave as it was told.
 *
 * @param sequence the person's version
 */
public record Leaving(MemberLeft left, long sequence, @Nullable String traceparent) {}
