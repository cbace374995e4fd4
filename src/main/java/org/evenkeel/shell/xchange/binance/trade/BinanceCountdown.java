package org.evenkeel.shell.xchange.binance.trade;

import java.time.Duration;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.DeadManSwitch;
import org.evenkeel.shell.xchange.binance.FuturesListing;
import org.evenkeel.shell.xchange.binance.MarketKind;
import org.evenkeel.shell.xchange.binance.Symbol;

/**
 * Binance's countdown (auto-cancel all open orders): one for each futures symbol; the spot market has none.
 *
 * <p>A call costs a weight of 10. It goes with the questions' budget, so that keeping the switch armed can never use up
 * what cancels and reductions are kept back for. This class is thread-safe.
 */
final class BinanceCountdown implements DeadManSwitch {

  private static final int WEIGHT = 10;

  private final SettingCalls settings;
  private final FuturesListing listing;
  private final List<InstrumentId> futures;

  BinanceCountdown(SignedCalls calls, FuturesListing listing, List<InstrumentId> instruments) {
    this.settings = new SettingCalls(calls);
    this.listing = listing;
    this.futures =
        instruments.stream().filter(id -> Symbol.of(id).market() == MarketKind.FUTURES).toList();
  }

  @Override
  public String description() {
    return "the venue cancels working futures orders of "
        + futures.size()
        + " symbols when the bot falls silent; its spot market has no dead-man switch";
  }

  @Override
  public Result<Boolean> arm(Duration countdown) {
    return all(countdown.toMillis());
  }

  @Override
  public Result<Boolean> disarm() {
    return all(0);
  }

  /** Every symbol is told, whatever became of those before; the first failure is the answer. */
  private Result<Boolean> all(long millis) {
    Result<Boolean> worst = Result.ok(!futures.isEmpty());
    for (InstrumentId id : futures) {
      Result<Boolean> told = one(listing.symbol(id), millis);
      if (worst instanceof Result.Ok<Boolean>) {
        worst = told;
      }
    }
    return worst;
  }

  private Result<Boolean> one(Symbol symbol, long millis) {
    SettingCalls.Setting countdown =
        new SettingCalls.Setting(
            "countdown",
            "fapi/v1/countdownCancelAll",
            "countdownTime",
            Long.toString(millis),
            Kind.READ,
            WEIGHT);
    return settings.set(
        symbol,
        countdown,
        (api, s) ->
            api.countdownCancelAll(
                symbol.text(), millis, s.recvWindow(), s.timestamp(), s.apiKey(), s.signature()));
  }
}
