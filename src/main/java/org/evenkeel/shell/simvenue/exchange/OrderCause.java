package org.evenkeel.shell.simvenue.exchange;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Why there is an order: because a client sent it, or because the venue itself closes a position. */
public enum OrderCause {
  /** A client's request. */
  CLIENT("", false),
  /** The margin no longer covers the maintenance margin: the whole position is closed. */
  LIQUIDATION("autoclose-", true),
  /** As much of a position is closed as brings the margin back. */
  PARTIAL_LIQUIDATION("autoclose-", true),
  /** A counterparty is bankrupt and the venue's fund is empty: a position in profit is closed for it. */
  ADL("adl_autoclose", false),
  /** The contract has expired. */
  DELIVERY("settlement_autoclose-", true);

  private final String clientId;
  private final boolean numbered;

  OrderCause(String clientId, boolean numbered) {
    this.clientId = clientId;
    this.numbered = numbered;
  }

  /** Whether the venue placed it. */
  public boolean isForced() {
    return this != CLIENT;
  }

  /** Whether it closes for want of margin. */
  public boolean isLiquidation() {
    return this == LIQUIDATION || this == PARTIAL_LIQUIDATION;
  }

  /** The client id under which the venue's own order is kept, in Binance's words. */
  String clientId(long orderId) {
    return numbered ? clientId + orderId : clientId;
  }

  /** Reads a name, and what older logs said: whether it was forced. */
  @JsonCreator
  static OrderCause of(String text) {
    return switch (text) {
      case "false" -> CLIENT;
      case "true" -> LIQUIDATION;
      default -> valueOf(text);
    };
  }
}
