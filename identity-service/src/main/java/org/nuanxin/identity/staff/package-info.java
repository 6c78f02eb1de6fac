/** People who work for the federation: accounts, passwords, and the wait after wrong ones. */
@NullMarked
package org.nuanxin.identity.staff;

import org.jspecify.annotations.NullMarked;
