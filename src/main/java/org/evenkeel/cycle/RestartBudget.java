package org.evenkeel.cycle;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evenkeel.core.policy.TradingState;

/**
 * The limit on starts that end inside a decision, so that a crash loop cannot place an order at every restart.
 *
 * <p>For example with 3 in 10 minutes: three processes die one after the other in the middle of a decision; the fourth
 * halts trading before it does anything else, and an operator decides when it goes on. An operator's word on the trading
 * state starts the count anew.
 *
 * <p>Thread-safe.
 */
public final class RestartBudget {

  /** The subject of the alert that stands while trading is halted for this reason. */
  static final String SUBJECT = "restarts";

  private static final String AUTHOR = "restart-budget";

  /** The memory of earlier starts. */
  public interface Starts {

    /** How many starts ended inside a decision within so much wall time, since the trading state was last set. */
    int interrupted(Duration within);
  }

  private final Starts starts;
  private final Controls controls;
  private final Alerts alerts;
  private final int most;
  private final Duration window;
  private final AtomicBoolean isChecked = new AtomicBoolean();

  /**
   * @param starts what is remembered of earlier starts
   * @param controls how trading is halted
   * @param most at so many interrupted starts the next one halts, at least 1
   * @param window the wall time in which they count
   */
  public RestartBudget(Starts starts, Controls controls, Alerts alerts, int most, Duration window) {
    this.starts = starts;
    this.controls = controls;
    this.alerts = alerts;
    this.most = most;
    this.window = window;
  }

  /** Halts trading if the budget is spent; looks once in the life of a process, at its first start-up. */
  void check(TradingState state) {
    if (isChecked.get()) {
      return;
    }
    boolean isStopped = state == TradingState.HALTED || state == TradingState.FLATTENING;
    int interrupted = isStopped ? 0 : starts.interrupted(window);
    if (interrupted >= most) {
      String reason =
          interrupted
              + " starts within "
              + window.toMinutes()
              + " minutes ended in the middle of a decision (runs.max_interrupted_starts is "
              + most
              + "); find out why, then 'resume'";
      controls.setTradingState(TradingState.HALTED, AUTHOR, reason);
      alerts.raise(SUBJECT, "trading is halted: " + reason);
    }
    isChecked.set(true);
  }
}
