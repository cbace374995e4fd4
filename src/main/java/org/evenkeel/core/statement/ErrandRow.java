package org.evenkeel.core.statement;

import java.time.Instant;

/**
 * Something that an operator has sent the daemon to do, and what came of it.
 *
 * @param number its number in the list
 * @param command the command by which it was sent
 * @param subject which order or execution; empty where it is about all
 * @param by who sent it and why
 * @param sentAt when, by the database's clock
 * @param outcome what came of it; empty while it waits
 */
public record ErrandRow(
    long number, String command, String subject, String by, Instant sentAt, String outcome) {}
