/** The forecast scoreboard: what was forecast, what came of it, and what follows for the size of the portfolio. */
@NullMarked
package org.evenkeel.core.parity.score;

import org.jspecify.annotations.NullMarked;
