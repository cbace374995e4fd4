package org.evenkeel.architecture.bad.shell.config;

import org.evenkeel.architecture.bad.shell.xchange.trade.OrderWriter;

/** Bad for paper: can hold a secret and hands out an order writer. */
public record Settings(Mode mode) {

  public Object venue() {
    return new OrderWriter("binance");
  }
}
