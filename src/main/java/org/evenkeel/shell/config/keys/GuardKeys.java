package org.evenkeel.shell.config.keys;

/** The rows about the limits that follow from what has happened over time. */
final class GuardKeys {

  private GuardKeys() {}

  static final String TEXT =
      """
      limits.drawdown_warn_fraction | decimal >0..1 | default 0.10 | fraction of the peak | risk up
        Fall below the highest value so far, without what was paid in and out, at which an alert is raised.
        Exposures that were cut are restored when the fall is less than this.

      limits.drawdown_delever_fraction | decimal >0..1 | default 0.15 | fraction of the peak | risk up
        Fall at which all exposures are cut.
        Nearer to the volatility of the portfolio cuts often, and buys back dearer.

      limits.drawdown_delever_to_fraction | decimal 0..1 | default 0.5 | fraction of the exposure | risk up
        What is left of every exposure from there on.
        0 closes everything; 1 cuts nothing.

      limits.drawdown_reduce_only_fraction | decimal >0..1 | default 0.25 | fraction of the peak | risk up
        Fall at which only what reduces is traded, until a person resumes; once for each peak.
        At the same value as the next one it has no effect of its own.

      limits.drawdown_flatten_fraction | decimal >0..1 | default 0.35 | fraction of the peak | risk up
        Fall at which everything is closed and the bot ends halted; once for each peak.
        1 never flattens before everything is lost.

      limits.max_order_contracts | numbers instrument >0..1000000000000 | optional | contracts | risk cap
        Largest quantity of one order by instrument; larger ones are sent in parts.
        Unlike a limit of value it holds when a price is wrong.

      limits.max_day_notional_nav_currency | decimal >0..1000000000000 | default 50000000 | NAV currency | risk up
        Largest value ordered within 24 hours, whatever became of the orders; counted from the journal.
        Too low and the last rebalances of a wild day are refused, but not what only reduces.

      limits.max_one_way_orders | whole 1..10000 | default 60 | orders | risk up
        Most orders of one instrument and side within the window.
        One more locks the instrument, but for what reduces, until two persons have acknowledged the lock.

      limits.one_way_window_minutes | whole 1..10080 | default 60 | minutes | risk down
        The window of the key before.
        Longer catches a slower loop.
      """;
}
