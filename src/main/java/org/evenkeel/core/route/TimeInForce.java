package org.evenkeel.core.route;

/** How long an order may live at the venue (FIX TimeInForce); an order without bound does not exist here. */
public enum TimeInForce {
  /** Immediate or cancel: what cannot be filled at once is canceled by the venue. */
  IOC
}
