package org.evenkeel.shell.xchange.krakenfutures.trade;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.Income;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.krakenfutures.FuturesSymbol;

/**
 * What the account log says besides fees and profits: income, and money that came or went.
 *
 * <p>Kraken realizes funding at every hour and with every execution; the latter stands in the execution's own entry, so
 * it is taken from there.
 * This account has one wallet: what comes from Kraken's spot market or from another wallet comes from outside.
 */
final class FuturesMovements {

  private static final List<String> FLOWS =
      List.of("transfer", "cross-exchange transfer", "subaccount transfer", "admin transfer");

  private final Wallet wallet;
  private final AccountLog log;

  FuturesMovements(VenueId venue, AccountLog log) {
    this.wallet = Wallet.futures(venue);
    this.log = log;
  }

  Result<List<Income>> income(Instant since) {
    return log.since(since)
        .then(
            entries ->
                ReplyRules.judged(
                    "the account log",
                    () -> {
                      List<Income> income = new ArrayList<>();
                      entries.forEach(entry -> addIncome(income, entry, wallet));
                      return List.copyOf(income);
                    }));
  }

  Result<List<CashFlow>> flows(Instant since) {
    return log.since(since)
        .then(
            entries ->
                ReplyRules.judged(
                    "the account log",
                    () -> entries.stream().flatMap(entry -> flow(entry).stream()).toList()));
  }

  static void addIncome(List<Income> income, AccountLog.Entry entry, Wallet wallet) {
    if (FLOWS.contains(entry.info())) {
      return;
    }
    if (entry.info().equals("funding rate change")) {
      add(income, entry, wallet, Income.Kind.FUNDING, "", entry.change());
      return;
    }
    // Profit and fee of a delivery come with what FuturesDeliveries makes of it.
    boolean isExecution =
        (!entry.contract().isEmpty() && !entry.execution().isEmpty())
            || FuturesDeliveries.isDelivery(entry.info(), entry.contract());
    if (!isExecution) {
      add(income, entry, wallet, Income.Kind.OTHER, "", entry.change());
      return;
    }
    add(income, entry, wallet, Income.Kind.FUNDING, "", entry.realizedFunding());
    // Whatever else has moved the money besides fee and profit, which come with the fill.
    BigDecimal rest =
        entry
            .change()
            .subtract(entry.realizedPnl())
            .add(entry.fee())
            .subtract(entry.realizedFunding());
    add(income, entry, wallet, Income.Kind.OTHER, " remainder", rest);
  }

  private static void add(
      List<Income> income,
      AccountLog.Entry entry,
      Wallet wallet,
      Income.Kind kind,
      String suffix,
      BigDecimal amount) {
    if (amount.signum() != 0) {
      income.add(
          new Income(
              wallet,
              Long.toString(entry.id()),
              kind,
              (entry.info() + suffix).toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_"),
              new Money(amount, FuturesSymbol.currency(entry.asset())),
              entry.contract().toUpperCase(Locale.ROOT),
              entry.at()));
    }
  }

  private Optional<CashFlow> flow(AccountLog.Entry entry) {
    int sign = entry.change().signum();
    if (!FLOWS.contains(entry.info()) || sign == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new CashFlow(
            Long.toString(entry.id()),
            sign > 0 ? CashFlow.Kind.DEPOSIT : CashFlow.Kind.WITHDRAWAL,
            wallet,
            new Money(entry.change(), FuturesSymbol.currency(entry.asset())),
            entry.at()));
  }
}
