package org.evenkeel.shell.xchange.binance;

import java.util.Optional;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.VenueStatus;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;

/**
 * Binance's word on itself: 0 is normal, 1 is maintenance; nothing is told beforehand.
 *
 * <p>Source: wallet documentation, "System Status".
 * This class is thread-safe.
 */
public final class BinanceStatus implements VenueStatus {

  private static final String NORMAL = "0";

  private final BinanceLink link;
  private final SpotMarketApi market;

  public BinanceStatus(BinanceLink link) {
    this.link = link;
    this.market = link.proxy(SpotMarketApi.class, MarketKind.SPOT);
  }

  @Override
  public Result<Optional<String>> closed() {
    return ReplyRules.read(
        "the status of Binance",
        link.make(Kind.READ, MarketKind.SPOT, 1, "sapi/v1/system/status", market::systemStatus),
        json ->
            JsonFields.decimal(json, "status").toPlainString().equals(NORMAL)
                ? Optional.empty()
                : Optional.of("Binance says of itself: " + JsonFields.text(json, "msg")));
  }
}
