/**
 * The risk-parity solver: target weights whose risk contributions are the budgets, with a proof.
 *
 * <p>Goes in: a covariance estimate, risk budgets, the operator's caps.
 * Comes out: target weights with a certificate, or a refusal; never an uncertified weight.
 * Must not know: prices, positions, orders.
 */
@NullMarked
package org.evenkeel.core.parity;

import org.jspecify.annotations.NullMarked;
