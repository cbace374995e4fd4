package org.evenkeel.shell.cli;

/**
 * How a flatten without the database ended.
 *
 * @param isFlat whether the venue reads flat and no order's fate is open
 * @param orders orders sent
 * @param text what is left, and why
 * @param file its journal, which the daemon takes in when the database is back
 */
public record FlattenAnswer(boolean isFlat, int orders, String text, String file) {}
