package org.evenkeel.shell.cli;

/**
 * Which runs a simulation makes.
 *
 * @param from the first seed
 * @param count how many
 * @param profile the name of a profile of faults
 * @param style how orders are worked: ioc, passive, twap or auto
 * @param threads runs at the same time
 * @param requiresCoverage whether every goal of coverage must be met, however few the runs
 * @param trace whether the events are wanted, of one seed only
 */
public record SimulateOptions(
    long from,
    long count,
    String profile,
    String style,
    int threads,
    boolean requiresCoverage,
    boolean trace) {}
