package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.route.Arrival;

/**
 * One order with everything that its cost follows from: committed facts and nothing else.
 *
 * @param clientOrderId our id
 * @param instrument what was traded
 * @param side the direction
 * @param committedAt when it was committed
 * @param decision the middle of the book when the trade was decided
 * @param arrival the market when the order left
 * @param executions what is booked of it
 */
public record MeasuredOrder(
    String clientOrderId,
    String instrument,
    Side side,
    Instant committedAt,
    Price decision,
    Arrival arrival,
    List<Execution> executions) {

  public MeasuredOrder {
    executions = List.copyOf(executions);
  }

  /** One booked execution. */
  public record Execution(Contracts quantity, Price price, Money fee, boolean isMaker) {}

  /** Contracts executed. */
  public Contracts filled() {
    return executions.stream().map(Execution::quantity).reduce(Contracts.ZERO, Contracts::plus);
  }

  /** The value of what was executed, at the price at which the trade was decided, in NAV currency. */
  public BigDecimal value() {
    return filled().value().multiply(decision.value()).multiply(arrival.perPrice().amount());
  }
}
