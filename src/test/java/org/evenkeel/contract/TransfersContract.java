package org.evenkeel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.settle.TransferEntry;
import org.evenkeel.core.settle.TransferState;
import org.evenkeel.core.settle.WalletTransfer;
import org.evenkeel.cycle.TransferDesk;
import org.evenkeel.cycle.Venues;
import org.evenkeel.cycle.WalletTransfers;
import org.evenkeel.shell.simulate.Boundaries;
import org.evenkeel.shell.simulate.Memory;
import org.evenkeel.shell.simulate.MemoryControls;
import org.evenkeel.shell.simulate.MemoryJournal;
import org.evenkeel.shell.simulate.MemoryLease;
import org.evenkeel.shell.simulate.RecordingAlerts;
import org.evenkeel.shell.simulate.VirtualClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every venue with two wallets must do for the protocol of transfers, over its own dialect. */
public abstract class TransfersContract {

  private final Memory memory = new Memory();
  private final Boundaries boundaries = new Boundaries();
  private final RecordingAlerts alerts = new RecordingAlerts();
  private VirtualClock clock = new VirtualClock(Instant.now());
  private MemoryJournal journal;

  protected abstract WalletTransfers ways();

  protected abstract Venues venues();

  protected abstract Wallet spot();

  protected abstract Wallet futures();

  /** What both wallets have 100,000 of. */
  protected abstract Currency cash();

  /** Orders a fault for the next request that moves money. */
  protected abstract void fault(WalletTransfer transfer, String kind);

  /** How many transfers the venue has carried out. */
  protected abstract int made();

  @BeforeEach
  void bot() {
    MemoryLease lease = new MemoryLease(memory, "bot", boundaries);
    assertThat(lease.tryAcquire()).isTrue();
    journal = new MemoryJournal(memory, lease, boundaries);
    clock = new VirtualClock(Instant.now());
  }

  private TransferDesk desk(WalletTransfers way) {
    return new TransferDesk(journal.transferRecords(), List.of(way), clock, alerts);
  }

  /** Each time another desk, as after a restart: all that is known is in the journal. */
  private void attend() {
    desk(ways()).attend();
  }

  private WalletTransfer toFutures(String amount) {
    return new WalletTransfer(spot(), futures(), Money.of(amount, cash().value()));
  }

  private WalletTransfer toSpot(String amount) {
    return new WalletTransfer(futures(), spot(), Money.of(amount, cash().value()));
  }

  private long ask(WalletTransfer transfer) {
    return new MemoryControls(memory).requestTransfer(transfer, "ann", "more margin");
  }

  private TransferEntry entry(long number) {
    return journal.transferRecords().transfers().get((int) number - 1);
  }

  private BigDecimal held(Wallet wallet) {
    return venues().account().orThrow().balances().stream()
        .filter(one -> one.wallet().equals(wallet) && one.currency().equals(cash()))
        .map(Balance::total)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void money_goes_both_ways_once_and_the_history_names_it() {
    long there = ask(toFutures("1500.5"));
    long back = ask(toSpot("200"));

    attend();
    attend();

    assertThat(entry(there).state()).as(entry(there).detail()).isEqualTo(TransferState.DONE);
    assertThat(entry(back).state()).as(entry(back).detail()).isEqualTo(TransferState.DONE);
    assertThat(entry(there).venueReference()).isNotEmpty();
    assertThat(made()).isEqualTo(2);
    assertThat(held(spot())).isEqualByComparingTo("98699.5");
    assertThat(held(futures())).isEqualByComparingTo("101300.5");
  }

  @Test
  void what_is_not_there_is_refused_and_nothing_moves() {
    long all = ask(toFutures("100000.01"));
    long back = ask(toSpot("100000.01"));

    attend();

    assertThat(entry(all).state()).isEqualTo(TransferState.REFUSED);
    assertThat(entry(back).state()).isEqualTo(TransferState.REFUSED);
    assertThat(entry(all).detail().toLowerCase(Locale.ROOT)).contains("insufficient");
    assertThat(made()).isZero();
    assertThat(held(spot())).isEqualByComparingTo("100000");
  }

  @Test
  void a_lost_answer_is_found_in_the_history_and_never_sent_again() {
    for (WalletTransfer transfer : List.of(toFutures("30"), toSpot("40"))) {
      fault(transfer, "lostAck");
      long number = ask(transfer);

      attend();
      attend();

      assertThat(entry(number).state()).as(entry(number).detail()).isEqualTo(TransferState.DONE);
    }
    assertThat(made()).isEqualTo(2);
  }

  @Test
  void a_request_that_never_arrived_is_refused_only_once_it_cannot_appear_any_more() {
    fault(toFutures("30"), "resetAfterRead");
    long number = ask(toFutures("30"));

    attend();
    assertThat(entry(number).state()).isEqualTo(TransferState.UNKNOWN);
    assertThat(alerts.raised()).containsKey("transfer " + number);
    clock.advanceTo(clock.now().plus(ways().appearsWithin().orElseThrow()).plusSeconds(1));
    attend();

    assertThat(entry(number).state()).isEqualTo(TransferState.REFUSED);
    assertThat(alerts.raised()).isEmpty();
    assertThat(made()).isZero();
  }

  @Test
  void one_at_a_time_is_under_way_on_a_route() {
    fault(toFutures("30"), "resetAfterRead");
    long first = ask(toFutures("30"));
    attend();
    long second = ask(toFutures("30"));

    attend();
    assertThat(entry(second).state()).as("waits").isEqualTo(TransferState.REQUESTED);
    assertThat(new MemoryControls(memory).giveUpTransfer(first, "ann", "not on the page")).isTrue();
    attend();

    assertThat(entry(second).state()).isEqualTo(TransferState.DONE);
    assertThat(made()).isEqualTo(1);
  }

  /** A process that ends right before or right after the request went out. */
  private record Dying(WalletTransfers real, boolean sends) implements WalletTransfers {
    @Override
    public List<Wallet> wallets() {
      return real.wallets();
    }

    @Override
    public Optional<Refusal> objection(WalletTransfer transfer) {
      return real.objection(transfer);
    }

    @Override
    public Outcome send(WalletTransfer transfer) {
      if (sends) {
        var unused = real.send(transfer);
      }
      throw new IllegalStateException("the process ends here");
    }

    @Override
    public Result<List<Made>> history(WalletTransfer like, Instant since) {
      return real.history(like, since);
    }

    @Override
    public Optional<Duration> appearsWithin() {
      return real.appearsWithin();
    }
  }

  @Test
  void a_process_that_ends_after_the_send_finds_the_transfer_at_its_restart() {
    long number = ask(toFutures("77"));
    assertThatThrownBy(() -> desk(new Dying(ways(), true)).attend())
        .hasMessage("the process ends here");
    assertThat(entry(number).state()).isEqualTo(TransferState.SENT);

    attend();

    assertThat(entry(number).state()).isEqualTo(TransferState.DONE);
    assertThat(made()).isEqualTo(1);
  }

  @Test
  void a_process_that_ends_between_commit_and_send_sends_nothing_at_its_restart() {
    long number = ask(toFutures("77"));
    assertThatThrownBy(() -> desk(new Dying(ways(), false)).attend())
        .hasMessage("the process ends here");

    attend();
    assertThat(entry(number).state()).as("it may yet appear").isEqualTo(TransferState.SENT);
    clock.advanceTo(clock.now().plus(ways().appearsWithin().orElseThrow()).plusSeconds(1));
    attend();

    assertThat(entry(number).state()).isEqualTo(TransferState.REFUSED);
    assertThat(made()).isZero();
  }
}
