/**
 * Journeys over the gateway against the running stack: what a worker, a reviewer and an operator
 * see.
 */
package org.nuanxin.acceptance;
