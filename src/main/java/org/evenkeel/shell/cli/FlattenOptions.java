package org.evenkeel.shell.cli;

/**
 * How a flatten without the database is to run.
 *
 * @param author who orders it
 * @param reason why
 * @param forced whether it runs although the database answers
 */
public record FlattenOptions(String author, String reason, boolean forced) {}
