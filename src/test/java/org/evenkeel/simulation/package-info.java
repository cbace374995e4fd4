/** The whole bot in worlds that fail, and bots with mistakes that must be found out there. */
@NullMarked
package org.evenkeel.simulation;

import org.jspecify.annotations.NullMarked;
