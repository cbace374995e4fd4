package org.evenkeel.shell.config;

import java.util.List;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.CashTerms;
import org.evenkeel.core.catalog.CoinTerms;
import org.evenkeel.shell.config.read.ConfigValues;

/** How coins and venue are taken as risks, from checked values; a coin that is listed overrides what it writes. */
final class CashFromValues {

  private final ConfigValues values;

  CashFromValues(ConfigValues values) {
    this.values = values;
  }

  CashTerms terms() {
    List<CoinTerms> coins = values.elements("cash.coins").stream().map(this::coin).toList();
    Currency nav = Currency.of(values.text("nav_currency").orElseThrow());
    return new CashTerms(
        new CoinTerms(
            nav,
            nav.value(),
            ratio("cash.haircut_fraction"),
            ratio("cash.issuer_cap_fraction"),
            ratio("cash.depegs_per_year"),
            ratio("cash.depeg_loss_fraction"),
            ratio("cash.volatility_floor_annual_fraction")),
        coins,
        ratio("cash.depeg_correlation_ratio"),
        ratio("cash.venue_defaults_per_year"),
        ratio("cash.venue_loss_fraction"),
        values.flag("cash.counts_toward_target").orElseThrow());
  }

  private CoinTerms coin(String path) {
    String coin = values.text(path + ".coin").orElseThrow();
    return new CoinTerms(
        Currency.of(coin),
        values.text(path + ".issuer").orElse(coin),
        ratioOr(path, "haircut_fraction"),
        ratioOr(path, "issuer_cap_fraction"),
        ratioOr(path, "depegs_per_year"),
        ratioOr(path, "depeg_loss_fraction"),
        ratio("cash.volatility_floor_annual_fraction"));
  }

  private Ratio ratioOr(String path, String key) {
    return values.decimal(path + "." + key).map(Ratio::of).orElseGet(() -> ratio("cash." + key));
  }

  private Ratio ratio(String path) {
    return Ratio.of(values.decimal(path).orElseThrow());
  }
}
