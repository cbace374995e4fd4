/**
 * Doubled precision: the same problem with 32 digits, for residuals and for weights that 16 digits cannot hold.
 *
 * <p>Near a hedge the risk contributions are small differences of large numbers, so weights that are rounded to doubles
 * have contributions that are off by far more than a certificate allows.
 * Here a number is an unevaluated sum of two doubles.
 * Only the four rules are used, never a fused operation, so every machine gets the same bits.
 */
@NullMarked
package org.evenkeel.core.parity.exact;

import org.jspecify.annotations.NullMarked;
