package org.evenkeel.shell.boot;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.cycle.EventLog;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ModeSettings;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.PgEventLog;
import org.evenkeel.shell.simvenue.exchange.ExchangeRules;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.paper.PaperSettings;
import org.evenkeel.shell.xchange.binance.BinanceSettings;

/** Takes out of the configuration what paper mode needs, so that its graph never holds the rest. */
final class PaperSettingsFrom {

  /** The stream of the account's history; one paper account lives in a database. */
  private static final String STREAM = "paper";

  /** A batch of orders is filled from one reading of the market, but not from an old one. */
  private static final Duration QUOTE_LIFE = Duration.ofSeconds(1);

  private PaperSettingsFrom() {}

  static PaperSettings account(AppConfig config, ModeSettings.Paper paper) {
    return new PaperSettings(
        config.venue().only(),
        config.universe().instruments(),
        config.universe().navCurrency(),
        new OpeningBalances(codes(paper.opening().spot()), codes(paper.opening().futures())),
        ExchangeRules.standard(),
        paper.topOfBookNotional(),
        config.limits().maxQuoteAge(),
        QUOTE_LIFE);
  }

  static BinanceSettings endpoints(AppConfig config, ModeSettings.Paper paper) {
    return BinanceSettings.at(paper.urls().futures(), paper.urls().spot())
        .within(config.venue().connectTimeout(), config.venue().readTimeout());
  }

  static EventLog log(Database database) {
    return new PgEventLog(database, STREAM);
  }

  private static SortedMap<String, BigDecimal> codes(SortedMap<Currency, BigDecimal> amounts) {
    TreeMap<String, BigDecimal> codes = new TreeMap<>();
    amounts.forEach((currency, amount) -> codes.put(currency.value(), amount));
    return codes;
  }
}
