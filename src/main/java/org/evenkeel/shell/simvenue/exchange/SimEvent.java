package org.evenkeel.shell.simvenue.exchange;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.Map;
import org.evenkeel.shell.simvenue.market.SeriesId;

/**
 * Something that happened at the exchange; the state is the fold of all of them.
 *
 * <p>Each event carries its result (fee, profit, amount), so that replaying needs no prices and no rules.
 * In the log it is one line of JSON whose member {@code event} is the record's name, decimals as strings and times in market milliseconds.
 * All are immutable.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SimEvent.AccountOpened.class, name = "AccountOpened"),
  @JsonSubTypes.Type(value = SimEvent.OrderReceived.class, name = "OrderReceived"),
  @JsonSubTypes.Type(value = SimEvent.OrderRefused.class, name = "OrderRefused"),
  @JsonSubTypes.Type(value = SimEvent.RequestRefused.class, name = "RequestRefused"),
  @JsonSubTypes.Type(value = SimEvent.OrderAccepted.class, name = "OrderAccepted"),
  @JsonSubTypes.Type(value = SimEvent.Traded.class, name = "Traded"),
  @JsonSubTypes.Type(value = SimEvent.OrderEnded.class, name = "OrderEnded"),
  @JsonSubTypes.Type(value = SimEvent.FundingSettled.class, name = "FundingSettled"),
  @JsonSubTypes.Type(value = SimEvent.LeverageSet.class, name = "LeverageSet"),
  @JsonSubTypes.Type(value = SimEvent.Transferred.class, name = "Transferred"),
  @JsonSubTypes.Type(value = SimEvent.Deposited.class, name = "Deposited"),
  @JsonSubTypes.Type(value = SimEvent.LiquidationStarted.class, name = "LiquidationStarted"),
  @JsonSubTypes.Type(value = SimEvent.ShortfallCleared.class, name = "ShortfallCleared"),
  @JsonSubTypes.Type(value = SimEvent.StateSet.class, name = "StateSet"),
  @JsonSubTypes.Type(value = SimEvent.AdlArmed.class, name = "AdlArmed"),
  @JsonSubTypes.Type(value = SimEvent.Delivered.class, name = "Delivered"),
  @JsonSubTypes.Type(value = SimEvent.Ticked.class, name = "Ticked")
})
public sealed interface SimEvent {

  /** Returns the market time at which it happened. */
  long atMs();

  /** The account began with these balances by asset; always the first event. */
  record AccountOpened(long atMs, Map<String, BigDecimal> spot, Map<String, BigDecimal> futures)
      implements SimEvent {}

  /** A well-formed order request reached the exchange, whatever became of it. */
  record OrderReceived(long atMs, OrderRequest order) implements SimEvent {}

  /** The exchange refused an order request for a reason of {@link RejectReason}. */
  record OrderRefused(
      long atMs, SeriesId series, String clientOrderId, RejectReason reason, String detail)
      implements SimEvent {}

  /** The front refused an order request before the exchange saw it, with the venue's own code. */
  record RequestRefused(long atMs, String clientOrderId, int code, String message)
      implements SimEvent {}

  /** A request became an order, or the venue placed one itself. */
  record OrderAccepted(
      long atMs, long orderId, OrderRequest order, @JsonAlias("forced") OrderCause cause)
      implements SimEvent {}

  /** An order filled, at least in part. */
  record Traded(long atMs, SimTrade trade) implements SimEvent {}

  /** An order was canceled or expired. */
  record OrderEnded(long atMs, SeriesId series, long orderId, OrderStatus status, String cause)
      implements SimEvent {}

  /** A position paid (negative) or received funding; amount zero when there was no position. */
  record FundingSettled(
      long atMs,
      long fundingMs,
      String symbol,
      BigDecimal rate,
      BigDecimal mark,
      BigDecimal positionQty,
      String asset,
      BigDecimal amount,
      long tranId)
      implements SimEvent {}

  /** The account's leverage of a symbol was set. */
  record LeverageSet(long atMs, String symbol, int leverage) implements SimEvent {}

  /** Money moved between the wallets; positive goes from spot to futures. */
  record Transferred(long atMs, String asset, BigDecimal toFutures, long tranId)
      implements SimEvent {}

  /** Money came to the spot wallet from outside, or left it when negative. */
  record Deposited(long atMs, String asset, BigDecimal amount, long tranId) implements SimEvent {}

  /** The margin balance fell below the maintenance margin; forced closes follow. */
  record LiquidationStarted(
      long atMs, String asset, BigDecimal marginBalance, BigDecimal maintenanceMargin)
      implements SimEvent {}

  /** The venue took over a negative wallet. */
  record ShortfallCleared(long atMs, String asset, BigDecimal amount, long tranId)
      implements SimEvent {}

  /** The venue opened, halted or restricted the trading of a series. */
  record StateSet(long atMs, SeriesId series, SymbolState state) implements SimEvent {}

  /**
   * A part of a position shall be closed for a bankrupt counterparty once the mark has moved so far in its favour.
   *
   * @param from the mark from which the way counts
   * @param move the way as a fraction of it
   */
  record AdlArmed(long atMs, SeriesId series, BigDecimal part, BigDecimal from, BigDecimal move)
      implements SimEvent {}

  /** A dated contract expired; what was held of it was closed at this price just before. */
  record Delivered(long atMs, SeriesId series, BigDecimal price) implements SimEvent {}

  /** Market time passed and everything due by then was done; marks of the held contracts. */
  record Ticked(long atMs, Map<String, BigDecimal> marks) implements SimEvent {}
}
