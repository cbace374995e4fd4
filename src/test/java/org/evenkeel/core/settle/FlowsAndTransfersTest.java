package org.evenkeel.core.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.settle.Facts.NOON;
import static org.evenkeel.core.settle.Facts.sum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.data.Wallets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money that comes, goes and moves, bookings that are taken back, and what they add up to. */
class FlowsAndTransfersTest {

  private static final Instrument BTC = perpetual("BTC");

  private static CashFlow flow(CashFlow.Kind kind, Wallet wallet, String amount) {
    return new CashFlow("4", kind, wallet, Money.of(amount, "USDT"), NOON);
  }

  private static BigDecimal of(LedgerTransaction booking, LedgerAccount account, String unit) {
    return sum(booking.entries(), account, unit);
  }

  @ParameterizedTest
  @CsvSource({
    "DEPOSIT, 100, EXTERNAL, EXTERNAL_FLOW",
    "WITHDRAWAL, -100, EXTERNAL, EXTERNAL_FLOW",
    "TRANSFER, 100, SPOT_WALLET, TRANSFER",
    "TRANSFER, -100, SPOT_WALLET, TRANSFER"
  })
  void a_flow_moves_the_wallet_against_the_world_or_against_the_other_wallet(
      CashFlow.Kind kind, String amount, LedgerAccount against, LedgerTransaction.Kind booked) {
    LedgerTransaction booking = Bookkeeping.ofFlow(flow(kind, Wallets.FUTURES, amount));
    assertThat(booking.kind()).isEqualTo(booked);
    assertThat(booking.reference()).isEqualTo("binance/" + kind + "/4");
    assertThat(of(booking, LedgerAccount.FUTURES_WALLET, "USDT@binance"))
        .isEqualByComparingTo(amount);
    assertThat(of(booking, against, "USDT@binance"))
        .isEqualByComparingTo(new BigDecimal(amount).negate());
  }

  @Test
  void the_sign_of_a_flow_is_that_of_its_kind() {
    assertThatThrownBy(() -> flow(CashFlow.Kind.DEPOSIT, Wallets.SPOT, "-1"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> flow(CashFlow.Kind.WITHDRAWAL, Wallets.SPOT, "1"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> flow(CashFlow.Kind.TRANSFER, Wallets.SPOT, "0"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_reversal_takes_back_all_of_a_booking_and_bears_its_name() {
    Fill fill = Facts.fill(BTC, Side.BUY, "2", "50000", Money.of("0.5", "USDT"), "7");
    LedgerTransaction booking = Bookkeeping.ofFill(fill, Samples.spec(BTC), Wallets.FUTURES);
    LedgerTransaction reversal = Bookkeeping.reversal(booking, "ann", "wrong");
    assertThat(reversal.reference()).isEqualTo("FILL BTC-USDT-PERP@binance/17");
    assertThat(AccountSums.of(List.of(booking, reversal)).sums()).isEmpty();
    assertThat(AccountSums.of(List.of(booking)).sums())
        .containsEntry("FUTURES_WALLET USDT@binance", new BigDecimal("6.5"))
        .containsEntry("POSITION BTC-USDT-PERP@binance", new BigDecimal("2"));
    LedgerTransaction corrected =
        Bookkeeping.ofCorrected(fill, Samples.spec(BTC), Wallets.FUTURES, 2);
    assertThat(corrected.reference()).isEqualTo("BTC-USDT-PERP@binance/17#2");
    assertThat(corrected.entries()).isEqualTo(booking.entries());
    assertThat(Bookkeeping.ofCorrected(fill, Samples.spec(BTC), Wallets.FUTURES, 1))
        .isEqualTo(booking);
  }

  @Test
  void sums_are_the_same_in_any_order_and_other_if_anything_is() {
    LedgerTransaction one = Bookkeeping.ofFlow(flow(CashFlow.Kind.DEPOSIT, Wallets.SPOT, "5"));
    LedgerTransaction two = Bookkeeping.ofFlow(flow(CashFlow.Kind.DEPOSIT, Wallets.FUTURES, "5"));
    assertThat(AccountSums.of(List.of(one, two)).hash())
        .isEqualTo(AccountSums.of(List.of(two, one)).hash())
        .isNotEqualTo(AccountSums.of(List.of(one)).hash())
        .isNotEqualTo(AccountSums.of(List.of(one, one)).hash());
  }

  @Test
  void a_balance_trade_is_a_position_without_money_and_a_late_execution_of_it_moves_none() {
    LedgerTransaction trade =
        Bookkeeping.balanceTrade(BTC.id(), Contracts.of("-3"), 2, NOON, "ann and bob", "lost");
    assertThat(trade.reference()).isEqualTo("balance-trade/BTC-USDT-PERP@binance/2");
    assertThat(of(trade, LedgerAccount.POSITION, BTC.id().value())).isEqualByComparingTo("-3");
    assertThat(trade.entries()).hasSize(2);

    Fill late = Facts.fill(BTC, Side.SELL, "3", "50000", Money.of("0.5", "USDT"), "0");
    List<LedgerTransaction> all =
        List.of(
            trade,
            Bookkeeping.ofFill(late, Samples.spec(BTC), Wallets.FUTURES),
            Bookkeeping.inBalanceTrade(late, trade));
    LedgerBalances balances =
        LedgerBalances.of(all.stream().flatMap(each -> each.entries().stream()).toList());
    assertThat(balances.position(BTC.id())).as("once").isEqualTo(Contracts.of("-3"));
    assertThat(balances.wallets()).containsOnlyKeys("FUTURES@binance/USDT");
  }

  @Test
  void a_difference_that_a_person_explains_moves_one_wallet() {
    LedgerTransaction booking =
        Bookkeeping.adjustment(
            "x", Wallets.SPOT, Money.of("-2.5", "USDC"), NOON, "ann", "a fee that was not told");
    assertThat(of(booking, LedgerAccount.SPOT_WALLET, "USDC@binance")).isEqualByComparingTo("-2.5");
    assertThat(of(booking, LedgerAccount.ADJUSTMENT, "USDC@binance")).isEqualByComparingTo("2.5");
    assertThatThrownBy(
            () ->
                Bookkeeping.adjustment("x", Wallets.SPOT, Money.of("1", "USDC"), NOON, "ann", " "))
        .hasMessageContaining("without author or reason");
  }

  @Test
  void balances_are_of_wallets_and_positions_and_what_adds_up_to_nothing_is_not_there() {
    List<LedgerEntry> entries = new ArrayList<>();
    for (Wallet wallet :
        List.of(Wallets.SPOT, Wallets.FUTURES, Wallet.unified(VenueId.of("okx")))) {
      entries.addAll(
          Bookkeeping.ofFlow(
                  new CashFlow("1", CashFlow.Kind.DEPOSIT, wallet, Money.of("5", "USDT"), NOON))
              .entries());
    }
    entries.addAll(
        Bookkeeping.ofFlow(flow(CashFlow.Kind.WITHDRAWAL, Wallets.SPOT, "-5")).entries());
    LedgerBalances balances = LedgerBalances.of(entries);
    assertThat(balances.wallets()).containsOnlyKeys("FUTURES@binance/USDT", "UNIFIED@okx/USDT");
    assertThat(balances.coins(VenueId.of("okx"), Currency.of("USDT"))).isEqualByComparingTo("5");
    assertThat(balances.coins(VenueId.of("binance"), Currency.of("USDT"))).isZero();
  }

  @Test
  void the_ledger_made_anew_from_its_facts_has_what_was_booked_taken_back_and_moved() {
    Fill fill = Facts.fill(BTC, Side.BUY, "2", "50000", Money.of("0.5", "USDT"), "0");
    AccountSums sums =
        LedgerEvent.replay(
            List.of(
                new LedgerEvent.Flowed(flow(CashFlow.Kind.DEPOSIT, Wallets.FUTURES, "10")),
                new LedgerEvent.Executed(fill, 1),
                new LedgerEvent.Reversed(fill),
                new LedgerEvent.Executed(
                    Facts.fill(BTC, Side.BUY, "1", "50000", Money.of("0.25", "USDT"), "0"), 2)),
            id -> Optional.of(Samples.spec(BTC)),
            id -> Wallets.FUTURES);
    assertThat(sums.sums())
        .containsEntry("FUTURES_WALLET USDT@binance", new BigDecimal("9.75"))
        .containsEntry("POSITION BTC-USDT-PERP@binance", new BigDecimal("1"))
        .containsEntry("FEE USDT@binance", new BigDecimal("0.25"));
  }

  @Test
  void money_from_outside_carries_nothing_until_a_person_has_said_what_it_is() {
    FlowEntry deposit = entry(CashFlow.Kind.DEPOSIT, Wallets.FUTURES, "100", false);
    FlowEntry said = entry(CashFlow.Kind.DEPOSIT, Wallets.FUTURES, "100", true);
    FlowEntry withdrawal = entry(CashFlow.Kind.WITHDRAWAL, Wallets.FUTURES, "-30", false);
    FlowEntry transfer = entry(CashFlow.Kind.TRANSFER, Wallets.FUTURES, "7", false);

    assertThat(List.of(deposit, said, withdrawal, transfer))
        .extracting(FlowEntry::isOpen)
        .containsExactly(true, false, true, false);
    assertThat(List.of(deposit, said, withdrawal, transfer))
        .extracting(FlowEntry::raisesRisk)
        .containsExactly(true, false, false, false);
    assertThat(FlowEntry.heldOut(List.of(said, withdrawal, transfer)))
        .isEqualTo(FlowEntry.heldOut(List.of()));
    assertThat(FlowEntry.heldOut(List.of(deposit, said)))
        .isNotEqualTo(FlowEntry.heldOut(List.of()))
        .isNotEqualTo(FlowEntry.heldOut(List.of(deposit, deposit)));
  }

  private static FlowEntry entry(
      CashFlow.Kind kind, Wallet wallet, String amount, boolean isClassified) {
    return new FlowEntry(
        1,
        flow(kind, wallet, amount),
        isClassified
            ? Optional.of(
                new FlowEntry.Classification(FlowClass.DEPOSIT, "ann", "bob", "capital", NOON))
            : Optional.empty());
  }

  /** For every state what may follow it, by hand. */
  @ParameterizedTest
  @CsvSource({
    "REQUESTED, SENT REFUSED GIVEN_UP, true, false",
    "SENT, ACCEPTED UNKNOWN DONE REFUSED GIVEN_UP, true, true",
    "ACCEPTED, DONE REFUSED GIVEN_UP, true, true",
    "UNKNOWN, DONE REFUSED GIVEN_UP, true, true",
    "DONE, '', false, false",
    "REFUSED, '', false, false",
    "GIVEN_UP, '', false, false"
  })
  void a_transfer_goes_forward_and_never_back(
      TransferState state, String next, boolean isOpen, boolean isUnderWay) {
    EnumSet<TransferState> may = EnumSet.noneOf(TransferState.class);
    for (TransferState each : TransferState.values()) {
      if (each.mayFollow(state)) {
        may.add(each);
      }
    }
    assertThat(may.toString().replaceAll("[\\[\\],]", "")).isEqualTo(next);
    assertThat(state.isOpen()).isEqualTo(isOpen);
    assertThat(state.isUnderWay()).isEqualTo(isUnderWay);
  }

  @Test
  void a_flow_is_a_transfers_if_wallet_sign_amount_and_time_are() {
    WalletTransfer transfer =
        new WalletTransfer(Wallets.SPOT, Wallets.FUTURES, Money.of("100", "USDT"));
    CashFlow.Kind kind = CashFlow.Kind.TRANSFER;
    assertThat(transfer.explains(flow(kind, Wallets.FUTURES, "100"), NOON)).isTrue();
    assertThat(transfer.explains(flow(kind, Wallets.SPOT, "-100"), NOON)).isTrue();
    assertThat(transfer.explains(flow(kind, Wallets.FUTURES, "-100"), NOON)).isFalse();
    assertThat(transfer.explains(flow(kind, Wallets.SPOT, "100"), NOON)).isFalse();
    assertThat(transfer.explains(flow(kind, Wallets.FUTURES, "99"), NOON)).isFalse();
    assertThat(transfer.explains(flow(kind, Wallets.FUTURES, "100"), NOON.plusNanos(1))).isFalse();

    WalletTransfer back =
        new WalletTransfer(Wallets.FUTURES, Wallets.SPOT, Money.of("100", "USDT"));
    WalletTransfer more = new WalletTransfer(Wallets.SPOT, Wallets.FUTURES, Money.of("1", "USDC"));
    assertThat(transfer.isOnRouteOf(more)).isTrue();
    assertThat(transfer.isOnRouteOf(back)).isFalse();
    WalletTransfer elsewhere =
        new WalletTransfer(
            Wallets.SPOT, Wallet.futures(VenueId.of("okx")), Money.of("100", "USDT"));
    assertThat(transfer.isOnRouteOf(elsewhere)).isFalse();
    assertThatThrownBy(() -> new WalletTransfer(Wallets.SPOT, Wallets.SPOT, Money.of("1", "USDT")))
        .hasMessageContaining("moves nothing");
    assertThatThrownBy(
            () -> new WalletTransfer(Wallets.SPOT, Wallets.FUTURES, Money.of("0", "USDT")))
        .hasMessageContaining("more than nothing");
  }

  @Test
  void a_correction_is_of_the_execution_that_it_names() {
    Fill fill = Facts.fill(BTC, Side.BUY, "2", "50000", "0", "USDT");
    assertThat(
            new FillCorrection(fill.instrument(), fill.tradeId(), Optional.of(fill), "ann", "size"))
        .isNotNull();
    assertThatThrownBy(
            () ->
                new FillCorrection(
                    fill.instrument(), TradeId.of("18"), Optional.of(fill), "ann", "size"))
        .hasMessageContaining("corrected by");
    assertThatThrownBy(
            () ->
                new FillCorrection(
                    perpetual("ETH").id(), fill.tradeId(), Optional.of(fill), "ann", "size"))
        .hasMessageContaining("corrected by");
  }

  @Test
  void a_step_of_a_transfer_keeps_the_venues_name_for_it_until_there_is_another() {
    TransferEntry requested =
        new TransferEntry(
            1,
            new WalletTransfer(Wallets.SPOT, Wallets.FUTURES, Money.of("100", "USDT")),
            "ann",
            "",
            "margin",
            NOON,
            false,
            TransferState.REQUESTED,
            Optional.empty(),
            "",
            "");
    TransferEntry sent = requested.at(TransferState.SENT, Optional.of(NOON), "t1", "sent");
    assertThat(sent.venueReference()).isEqualTo("t1");
    assertThat(sent.at(TransferState.DONE, Optional.of(NOON), "", "seen").venueReference())
        .isEqualTo("t1");
    assertThat(sent.state()).isEqualTo(TransferState.SENT);
    assertThat(sent.persons()).isEqualTo("ann");
  }
}
