package org.evenkeel.shell.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.evenkeel.core.statement.RiskSamples;
import org.evenkeel.core.statement.RiskStatement;
import org.evenkeel.core.statement.Status;
import org.evenkeel.cycle.JournalUnavailable;
import org.evenkeel.cycle.Records;

/** Records that show a book which the test may exchange, and that can be down. */
final class FakeRecords implements Records {

  private final AtomicInteger statusReads = new AtomicInteger();
  private volatile SampleBook book;
  private volatile boolean down;

  FakeRecords(SampleBook book) {
    this.book = book;
  }

  void show(SampleBook other) {
    book = other;
  }

  void goDown() {
    down = true;
  }

  void comeBack() {
    down = false;
  }

  int statusReads() {
    return statusReads.get();
  }

  private SampleBook open() {
    if (down) {
      throw new JournalUnavailable("connection refused", new IllegalStateException("test"));
    }
    return book;
  }

  @Override
  public Status status() {
    statusReads.incrementAndGet();
    return open().status();
  }

  @Override
  public CostFacts costs(Instant from, Instant to) {
    return new CostFacts("USDT", List.of(), List.of());
  }

  @Override
  public List<CycleRow> cycles(int limit) {
    return open().cycles().stream().limit(limit).toList();
  }

  @Override
  public Optional<CycleDetail> cycle(String cycleId) {
    return open().cycle(cycleId);
  }

  @Override
  public Optional<CycleStatement> lastStatement() {
    return open().statement();
  }

  @Override
  public Optional<CycleStatement> statementAt(Instant at) {
    return open().statement().filter(statement -> !statement.asOf().isAfter(at));
  }

  @Override
  public LedgerBalances booked() {
    return LedgerBalances.empty();
  }

  @Override
  public SlotMoves slotMoves() {
    return SlotMoves.none();
  }

  @Override
  public Optional<String> slotToSkip(Instant dueAt) {
    return Optional.empty();
  }

  @Override
  public List<OrderRow> orders(boolean openOnly, int limit) {
    return open().orders().stream().limit(limit).toList();
  }

  @Override
  public Optional<OrderDetail> order(String clientOrderId) {
    return Optional.empty();
  }

  @Override
  public List<NavPoint> navs(int limit) {
    return open().navs().stream().limit(limit).toList();
  }

  @Override
  public Optional<RiskStatement> risk() {
    return open().cycles().isEmpty() ? Optional.empty() : Optional.of(RiskSamples.statement(120));
  }

  @Override
  public List<OperatorOverride> overrides(boolean all) {
    return open().overrides();
  }

  @Override
  public List<FlowEntry> flows() {
    return open().status().capital().unexplained();
  }

  @Override
  public List<TransferEntry> transfers() {
    return List.of();
  }

  @Override
  public List<ErrandRow> errands(int limit) {
    return List.of();
  }

  @Override
  public Optional<Fill> execution(InstrumentId instrument, TradeId trade) {
    return Optional.empty();
  }
}
