package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything stored about one order.
 *
 * @param row where it stands
 * @param sent what was sent
 * @param steps every step, in the order in which it was learned
 * @param fills what is booked of it, as it is now said to be, oldest first
 * @param market the book that it met; empty if it was not measured
 * @param cost what it has cost; empty if it was not measured or nothing was filled
 */
public record OrderDetail(
    OrderRow row,
    Sent sent,
    List<Step> steps,
    List<Execution> fills,
    Optional<Market> market,
    Optional<CostRow> cost) {

  public OrderDetail {
    steps = List.copyOf(steps);
    fills = List.copyOf(fills);
  }

  /**
   * What was sent.
   *
   * @param intent the intent that it is for
   * @param number how many orders of that intent there were with it
   * @param timeInForce how long it may work
   * @param signedAt when it was signed, by the venue's clock
   * @param validUntil after when the venue refuses it
   * @param requestHash SHA-256 of what was to be sent
   * @param venueOrderId the venue's name for it, once known
   * @param runId the start of the program that committed it
   */
  public record Sent(
      String intent,
      long number,
      String timeInForce,
      Instant signedAt,
      Instant validUntil,
      String requestHash,
      Optional<String> venueOrderId,
      String runId) {}

  /**
   * One step.
   *
   * @param at the bot's clock
   * @param event what happened
   * @param from the state before; empty for the first step
   * @param to the state after
   * @param cumQty contracts filled by then, as far as known
   * @param detail reason, code or proof
   */
  public record Step(
      Instant at,
      String event,
      Optional<String> from,
      String to,
      BigDecimal cumQty,
      String detail) {}

  /**
   * One booked execution.
   *
   * @param tradeId the venue's name for it
   * @param version above one if the venue has corrected it
   * @param venueTime when it took place
   * @param quantity contracts; zero if it was taken back
   * @param price at which
   * @param fee what was charged
   * @param feeCurrency in which
   * @param isMaker whether it rested
   */
  public record Execution(
      String tradeId,
      long version,
      Instant venueTime,
      BigDecimal quantity,
      BigDecimal price,
      BigDecimal fee,
      String feeCurrency,
      boolean isMaker) {}

  /**
   * The market when it left.
   *
   * @param decision the middle of the book when the trade was decided
   * @param bid best bid then
   * @param ask best ask then
   * @param style how it was worked
   * @param reason why so
   */
  public record Market(
      BigDecimal decision, BigDecimal bid, BigDecimal ask, String style, String reason) {}
}
