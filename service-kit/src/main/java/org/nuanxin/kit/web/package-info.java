/**
 * HTTP manners every service shares: problems, strict JSON, pages, idempotency and live streams.
 */
@NullMarked
package org.nuanxin.kit.web;

import org.jspecify.annotations.NullMarked;
