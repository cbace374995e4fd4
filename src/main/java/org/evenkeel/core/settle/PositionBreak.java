package org.evenkeel.core.settle;

/**
 * A disagreement of ledger and venue that survived a second reading; it freezes what it is about.
 *
 * @param subject what disagrees: an instrument's identifier, or a wallet and currency such as 'FUTURES/USDT'
 * @param ledger what the ledger says
 * @param venue what the venue says
 * @param cause in words
 */
public record PositionBreak(String subject, String ledger, String venue, String cause) {}
