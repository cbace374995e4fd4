package org.evenkeel.shell.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When a run ends by itself; whichever comes first.
 *
 * @param cycles after so many slots whose decision has ended, counted from this start
 * @param duration after so much time on the wall clock
 */
public record RunOptions(OptionalLong cycles, Optional<Duration> duration) {}
