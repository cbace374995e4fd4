package org.evenkeel.shell.simulate;

import java.util.List;
import java.util.Optional;

/**
 * What came of one seed.
 *
 * @param seed the seed
 * @param profile the faults that it drew
 * @param traceHash 16 hexadecimal digits; equal runs have equal ones
 * @param calls calls of the bot to its ports
 * @param orders orders sent
 * @param violation what did not hold, if anything
 * @param coverage which faults met which states
 * @param lines the events, if they were wanted
 */
public record SeedResult(
    long seed,
    Profile profile,
    String traceHash,
    long calls,
    int orders,
    Optional<Violation> violation,
    Coverage coverage,
    List<String> lines) {}
