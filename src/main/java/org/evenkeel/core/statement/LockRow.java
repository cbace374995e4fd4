package org.evenkeel.core.statement;

import java.time.Instant;
import org.evenkeel.core.policy.Lock;

/**
 * A lock that stands, as it is shown.
 *
 * @param number its number
 * @param subject what is locked: an instrument, a wallet such as 'FUTURES/USDT', or 'ACCOUNT'
 * @param cause why
 * @param owner CAUSE if it ends by itself, OPERATOR if a person ends it
 * @param permits what may still be sent: REDUCING or NOTHING
 * @param key what tells it from another one of the same subject and cause
 * @param meaning the cause in words
 * @param ledger what this side says
 * @param venue what the venue says
 * @param remedy what ends it
 * @param since when it was found first
 */
public record LockRow(
    long number,
    String subject,
    String cause,
    String owner,
    String permits,
    String key,
    String meaning,
    String ledger,
    String venue,
    String remedy,
    Instant since) {

  public static LockRow of(Lock lock) {
    return new LockRow(
        lock.number(),
        lock.finding().subject(),
        lock.finding().cause().name(),
        lock.finding().cause().owner().name(),
        lock.permits().name(),
        lock.finding().key(),
        lock.finding().cause().meaning(),
        lock.finding().ledger(),
        lock.finding().venue(),
        lock.remedy(),
        lock.since());
  }
}
