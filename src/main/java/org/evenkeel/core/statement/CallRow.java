package org.evenkeel.core.statement;

/**
 * The calls of one cycle to one endpoint.
 *
 * @param venue the venue's name
 * @param budget whose allowance they use
 * @param endpoint what was asked, as the adapter names it
 * @param calls how many were made or refused by the gate
 * @param weight what they cost by our table, in the venue's units; what was not sent costs nothing
 * @param failed how many were not answered
 * @param notSent how many the gate did not let through
 */
public record CallRow(
    String venue, String budget, String endpoint, int calls, int weight, int failed, int notSent) {

  /** The same with one more call. */
  public CallRow plus(int moreWeight, boolean isFailed, boolean isNotSent) {
    return new CallRow(
        venue,
        budget,
        endpoint,
        calls + 1,
        weight + moreWeight,
        failed + (isFailed ? 1 : 0),
        notSent + (isNotSent ? 1 : 0));
  }
}
