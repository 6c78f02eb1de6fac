/** A small HTTP/1.1 server whose own cost stays out of the figures of what is measured with it. */
@NullMarked
package org.nuanxin.localstack.sandbox.http;

import org.jspecify.annotations.NullMarked;
