/**
 * Facts into the ledger: fills, funding and fees as double entries, and the comparison with the venue.
 *
 * <p>Goes in: fills and income as the venue reports them. Comes out: transactions that sum to zero per unit, ledger
 * balances, and breaks. Must not know: why a trade was made.
 */
@NullMarked
package org.evenkeel.core.settle;

import org.jspecify.annotations.NullMarked;
