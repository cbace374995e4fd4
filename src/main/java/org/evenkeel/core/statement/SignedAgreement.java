package org.evenkeel.core.statement;

import java.time.Instant;
import java.util.Optional;

/**
 * What two persons are said to have agreed on, with the signatures as stored; whether they hold is for the reader to
 * judge, by the persons whom it knows.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param request what was asked for and approved
 * @param asked the signed question
 * @param approved the signed approval
 * @param approvedAt when it was approved, by the database's clock
 */
public record SignedAgreement(
    RequestRow request,
    Optional<SignedOrder> asked,
    Optional<SignedOrder> approved,
    Instant approvedAt) {}
