package org.evenkeel.core.statement;

import java.util.Optional;

/**
 * What one cycle has used of one allowance of a venue.
 *
 * @param venue the venue's name
 * @param budget the allowance
 * @param calls calls made
 * @param weight what they cost by our table, in the venue's units
 * @param told the most that the venue has counted within a minute of the cycle, by whomever; empty if it tells nothing
 * @param limit what the venue allows per minute
 * @param remaining the least that was left of it: by the venue's count, or by ours as if the cycle had taken one minute
 */
public record BudgetRow(
    String venue,
    String budget,
    int calls,
    int weight,
    Optional<Integer> told,
    int limit,
    int remaining) {}
