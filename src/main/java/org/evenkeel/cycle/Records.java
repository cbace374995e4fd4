package org.evenkeel.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.calendar.SlotMoves;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.settle.LedgerBalances;
import org.evenkeel.core.settle.TransferEntry;
import org.evenkeel.core.statement.CostFacts;
import org.evenkeel.core.statement.CycleDetail;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.ErrandRow;
import org.evenkeel.core.statement.NavPoint;
import org.evenkeel.core.statement.OrderDetail;
import org.evenkeel.core.statement.OrderRow;
import org.evenkeel.core.statement.RiskStatement;
import org.evenkeel.core.statement.Status;

/**
 * What can be read about the bot, whether it runs or not.
 *
 * <p>Throws {@link JournalUnavailable} if the database does not answer.
 */
public interface Records {

  Status status();

  /** The newest cycles, newest first. */
  List<CycleRow> cycles(int limit);

  Optional<CycleDetail> cycle(String cycleId);

  /** The statement of the newest cycle that has one: weights and positions. */
  Optional<CycleStatement> lastStatement();

  /** The same as it stood at an instant of the bot's clock: of the newest decision that had ended by then. */
  Optional<CycleStatement> statementAt(Instant at);

  /** What is held by everything that is booked, which may be more than the last statement has seen. */
  LedgerBalances booked();

  /** Why an operator lets an appointment pass, with the name; empty if nobody does. */
  Optional<String> slotToSkip(Instant dueAt);

  /** The appointments that operators have moved. */
  SlotMoves slotMoves();

  /** The newest orders, newest first; only those not terminal if {@code openOnly}. */
  List<OrderRow> orders(boolean openOnly, int limit);

  /** Everything stored about one order, by our id. */
  Optional<OrderDetail> order(String clientOrderId);

  /** The newest valuations, oldest first. */
  List<NavPoint> navs(int limit);

  /** The account of risk by what the last cycles have stored; empty before the first look at a forecast. */
  Optional<RiskStatement> risk();

  /** Overrides, newest first; with those that have ended if {@code all}. */
  List<OperatorOverride> overrides(boolean all);

  /** What the costs of the orders committed in a time follow from; the end does not belong to it. */
  CostFacts costs(Instant from, Instant to);

  /** Money that came, left or moved, oldest first. */
  List<FlowEntry> flows();

  /** What the daemon was sent to do, newest first. */
  List<ErrandRow> errands(int limit);

  /** An execution as it was booked, with what was corrected since; empty if it never was or was taken back. */
  Optional<Fill> execution(InstrumentId instrument, TradeId trade);

  /** Transfers between wallets, oldest first. */
  List<TransferEntry> transfers();
}
