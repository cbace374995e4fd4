package org.evenkeel.shell.xchange.krakenfutures;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.MaintenanceTiers;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.UnreadableReply;

/**
 * The margin levels of a contract as its listing has them: sizes in dollars, rates as fractions.
 *
 * <p>Kraken says that margin is a function of the size of a position and not whether a level's rate holds for all of it;
 * the dearer reading is taken, that it does.
 * The levels are those of professional clients; retailMarginLevels, which ask for more, are not looked at.
 * Sources: Kraken Futures API, "Get instruments" (marginLevels); Kraken, "Multi-Collateral Futures Margin Schedule".
 */
final class MarginLevels {

  /** Decimals of a leverage, which is rounded down. */
  private static final int SCALE = 6;

  private MarginLevels() {}

  static MaintenanceTiers read(FuturesSymbol symbol, JsonNode entry, Instant readAt) {
    List<MaintenanceTiers.Tier> tiers = new ArrayList<>();
    for (JsonNode level : JsonFields.array(entry, "marginLevels")) {
      BigDecimal initial = JsonFields.decimal(level, "initialMargin");
      if (initial.signum() <= 0) {
        throw new UnreadableReply(symbol.id() + " has a level without initial margin");
      }
      tiers.add(
          new MaintenanceTiers.Tier(
              JsonFields.decimal(level, "numNonContractUnits"),
              Ratio.of(JsonFields.decimal(level, "maintenanceMargin")),
              BigDecimal.ONE.divide(initial, SCALE, RoundingMode.DOWN)));
    }
    return new MaintenanceTiers(
        symbol.id(),
        MaintenanceTiers.Unit.QUOTE,
        MaintenanceTiers.Charge.WHOLE,
        "",
        tiers,
        Optional.empty(),
        readAt);
  }
}
