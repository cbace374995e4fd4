package org.evenkeel.core.statement;

import java.time.Instant;

/**
 * An open disagreement of ledger and venue.
 *
 * @param subject what disagrees
 * @param ledger what the ledger says
 * @param venue what the venue says
 * @param cause in words
 * @param since when it was opened
 */
public record BreakRow(String subject, String ledger, String venue, String cause, Instant since) {}
