/**
 * What our HTTP ends share: where a request comes from, how a phone is read, and who may call what.
 */
@NullMarked
package org.nuanxin.identity.web;

import org.jspecify.annotations.NullMarked;
