/** Tests of the membership-service on real parts. */
package org.nuanxin.membership;
