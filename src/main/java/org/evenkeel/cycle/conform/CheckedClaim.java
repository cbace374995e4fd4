package org.evenkeel.cycle.conform;

/**
 * One claim about a venue with what a run has seen of it.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param number its place in the run, from 1
 * @param subject the instrument that it was tried with, or the venue
 * @param check what was tried
 * @param claim the line of the venue's file, or the rule of the ports, that the bot relies on
 * @param outcome whether it held
 * @param detail what was seen, or why it was skipped
 */
public record CheckedClaim(
    int number, String subject, String check, String claim, Outcome outcome, String detail) {}
