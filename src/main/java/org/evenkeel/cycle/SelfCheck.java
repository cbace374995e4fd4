package org.evenkeel.cycle;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.policy.TradingState;

/**
 * The invariants that stay on in production: looked at after every decision, and the bot halts itself if one is broken.
 *
 * <p>A broken invariant is a defect, of this program or of a hand in the database, and what follows from it is not
 * known; so nothing is sent any more until a person has looked and resumes.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class SelfCheck implements Consumer<CycleId> {

  private static final String AUTHOR = "self-check";

  private final Books books;
  private final Supplier<TradingState> state;
  private final Controls controls;
  private final Alerts alerts;

  public SelfCheck(Books books, Supplier<TradingState> state, Controls controls, Alerts alerts) {
    this.books = books;
    this.state = state;
    this.controls = controls;
    this.alerts = alerts;
  }

  /** Looks at the books after a slot's decision has ended. */
  @Override
  public void accept(CycleId cycle) {
    List<String> faults = books.faults();
    if (faults.isEmpty()) {
      alerts.clear("invariant");
      return;
    }
    String all = "after " + cycle + ": " + String.join("; ", faults);
    // A flatten only closes, and ends halted anyway.
    if (state.get() != TradingState.FLATTENING) {
      controls.setTradingState(TradingState.HALTED, AUTHOR, all);
    }
    alerts.raise("invariant", all + "; the bot has halted itself, see ops/runbook/invariant.md");
  }
}
