/**
 * Instruments and their versioned specifications; sleeves and their legs.
 *
 * <p>Goes in: configuration and what a venue publishes about its instruments. Comes out: the only conversion between
 * contracts and base currency, and the universe of a portfolio. Must not know: prices.
 */
@NullMarked
package org.evenkeel.core.catalog;

import org.jspecify.annotations.NullMarked;
