package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.FlowClass;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.settle.TransferState;
import org.evenkeel.core.settle.WalletTransfer;
import org.evenkeel.shell.simulate.Boundaries;
import org.evenkeel.shell.simulate.Memory;
import org.evenkeel.shell.simulate.MemoryControls;
import org.evenkeel.shell.simulate.MemoryJournal;
import org.evenkeel.shell.simulate.MemoryLease;
import org.evenkeel.shell.simulate.VirtualClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a venue has its markets under two names, both sides of a transfer are known for what they are. */
class OwnTransfersTest {

  private static final Instant NOON = Instant.parse("2026-11-05T12:00:00Z");
  private static final Wallet SPOT = Wallet.spot(VenueId.of("kraken"));
  private static final Wallet FUTURES = Wallet.futures(VenueId.of("krakenfutures"));

  private final Memory memory = new Memory();
  private final Boundaries boundaries = new Boundaries();
  private final VirtualClock clock = new VirtualClock(NOON);
  private MemoryJournal journal;
  private OwnTransfers own;

  @BeforeEach
  void lead() {
    MemoryLease lease = new MemoryLease(memory, "bot", boundaries);
    assertThat(lease.tryAcquire()).isTrue();
    journal = new MemoryJournal(memory, lease, boundaries);
    own = new OwnTransfers(journal.transferRecords(), clock);
  }

  private void sent(String amount) {
    long number =
        new MemoryControls(memory)
            .requestTransfer(
                new WalletTransfer(SPOT, FUTURES, Money.of(amount, "USD")), "ann", "margin");
    TransferRecords records = journal.transferRecords();
    var unused =
        records.advance(
            records.transfers().get((int) number - 1), TransferState.SENT, "", "", NOON);
  }

  private void flow(String id, CashFlow.Kind kind, Wallet wallet, String amount, Duration after) {
    assertThat(
            journal
                .accounting()
                .record(new CashFlow(id, kind, wallet, Money.of(amount, "USD"), NOON.plus(after))))
        .isTrue();
  }

  private List<Optional<FlowClass>> said() {
    return journal.accounting().flows().stream()
        .map(entry -> entry.classification().map(FlowEntry.Classification::as))
        .toList();
  }

  @Test
  void both_sides_of_a_transfer_are_explained_once_each() {
    sent("500");
    flow("1", CashFlow.Kind.WITHDRAWAL, SPOT, "-500", Duration.ofSeconds(1));
    flow("2", CashFlow.Kind.DEPOSIT, FUTURES, "500", Duration.ofSeconds(2));
    flow("3", CashFlow.Kind.DEPOSIT, FUTURES, "500", Duration.ofSeconds(9));

    assertThat(own.explain(journal.accounting().flows())).isTrue();
    assertThat(own.explain(journal.accounting().flows())).as("nothing is left").isFalse();

    assertThat(said())
        .as("the third is money from elsewhere")
        .containsExactly(
            Optional.of(FlowClass.TRANSFER), Optional.of(FlowClass.TRANSFER), Optional.empty());
  }

  @Test
  void two_transfers_of_one_amount_explain_two_flows_of_each_side() {
    sent("500");
    flow("1", CashFlow.Kind.DEPOSIT, FUTURES, "500", Duration.ofSeconds(2));
    assertThat(own.explain(journal.accounting().flows())).isTrue();
    TransferRecords records = journal.transferRecords();
    var unused = records.advance(records.transfers().get(0), TransferState.DONE, "", "", NOON);
    sent("500");
    flow("2", CashFlow.Kind.DEPOSIT, FUTURES, "500", Duration.ofSeconds(9));

    assertThat(own.explain(journal.accounting().flows())).isTrue();

    assertThat(said()).allMatch(Optional::isPresent);
  }

  @Test
  void money_of_another_amount_or_of_before_is_not_explained() {
    sent("500");
    flow("1", CashFlow.Kind.DEPOSIT, FUTURES, "500.01", Duration.ofSeconds(2));
    flow("2", CashFlow.Kind.DEPOSIT, FUTURES, "500", Duration.ofMinutes(-1));
    flow("3", CashFlow.Kind.WITHDRAWAL, FUTURES, "-500", Duration.ofSeconds(2));

    assertThat(own.explain(journal.accounting().flows())).isFalse();

    assertThat(said()).containsOnly(Optional.empty());
  }
}
