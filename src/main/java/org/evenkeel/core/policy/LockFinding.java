package org.evenkeel.core.policy;

/**
 * Something that must lock what it is about.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param subject an instrument's identifier, a wallet and currency such as 'FUTURES/USDT', or {@link Lock#ACCOUNT}
 * @param cause why
 * @param key what tells two findings of one subject and cause apart, such as the venue's order id; may be empty
 * @param ledger what this side says: the ledger, the known specification, or an operator's reason
 * @param venue what the venue says
 */
public record LockFinding(
    String subject, LockCause cause, String key, String ledger, String venue) {

  /** Whether two findings are about the same, whatever they say of it. */
  public boolean isSame(LockFinding other) {
    return subject.equals(other.subject) && cause == other.cause && key.equals(other.key);
  }

  @Override
  public String toString() {
    return subject
        + ": "
        + cause.meaning()
        + (ledger.isEmpty() ? "" : "; here: " + ledger)
        + (venue.isEmpty() ? "" : "; venue: " + venue);
  }
}
