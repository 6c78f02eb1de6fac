package org.nuanxin.localstack.sandbox.http;

import java.util.Optional;

/**
 * One response as it came.
 *
 * @param status the HTTP status
 * @param body the whole body; empty where there is none
 * @param retryAfter the header of that name in lower case
 */
public record Response(int status, byte[] body, Optional<String> retryAfter) {}
