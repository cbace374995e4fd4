package org.evenkeel.core.policy.watch;

import java.math.BigDecimal;
import java.util.Optional;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Ratio;

/**
 * What must lie at a venue in one currency so that nothing is liquidated, and what does, in NAV currency.
 *
 * @param pot currency and venue, such as 'USDT@binance'
 * @param needed maintenance margin of the worst positions
 * @param equity money that carries them, with the profits that are not realized
 */
public record Margin(String pot, BigDecimal needed, BigDecimal equity) {

  /** Needed over equity; empty where something is needed and there is no equity. */
  public Optional<Ratio> ratio() {
    if (needed.signum() == 0) {
      return Optional.of(Ratio.ZERO);
    }
    return equity.signum() <= 0
        ? Optional.empty()
        : Optional.of(new Ratio(Decimals.quotient(needed, equity)));
  }

  boolean isOver(Ratio limit) {
    return ratio().map(ratio -> ratio.compareTo(limit) > 0).orElse(true);
  }
}
