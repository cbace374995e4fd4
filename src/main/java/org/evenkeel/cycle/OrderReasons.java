package org.evenkeel.cycle;

import java.util.Optional;
import org.evenkeel.core.statement.Explanation;

/**
 * The explanation of one order, or of all of a cycle.
 *
 * @param cycle the deciding cycle
 * @param order what was asked about, such as a client order id; empty for the whole cycle
 * @param explanation with the orders asked about alone
 */
public record OrderReasons(String cycle, Optional<String> order, Explanation explanation) {}
