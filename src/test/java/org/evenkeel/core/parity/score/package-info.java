/** Tests of the forecast scoreboard. */
@NullMarked
package org.evenkeel.core.parity.score;

import org.jspecify.annotations.NullMarked;
