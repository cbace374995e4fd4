package org.evenkeel.shell.simvenue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.shell.simvenue.binance.Desk;
import org.evenkeel.shell.simvenue.binance.FrontLimits;
import org.evenkeel.shell.simvenue.exchange.ExchangeRules;
import org.evenkeel.shell.simvenue.exchange.ExchangeSetup;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Dialect;
import org.evenkeel.shell.simvenue.http.VenueClock;
import org.evenkeel.shell.simvenue.kraken.KrakenDesk;
import org.evenkeel.shell.simvenue.krakenfutures.KrakenFuturesDesk;
import org.evenkeel.shell.simvenue.market.DollarMarket;
import org.evenkeel.shell.simvenue.market.InverseMarket;
import org.evenkeel.shell.simvenue.market.Market;
import org.evenkeel.shell.simvenue.market.SeriesInfo;
import org.evenkeel.shell.simvenue.okx.OkxDesk;
import org.evenkeel.shell.simvenue.okx.OkxManner;

/** The dialects that a simulated venue can speak, by the names of the command line. */
public enum DialectName {
  /** Binance spot and USD-M futures. */
  BINANCE("binance"),
  /** OKX, one account for spot, swaps and dated futures. */
  OKX("okx"),
  /** Kraken's spot market. */
  KRAKEN("kraken"),
  /** Kraken Futures. */
  KRAKEN_FUTURES("kraken-futures");

  private final String word;

  DialectName(String word) {
    this.word = word;
  }

  /**
   * What a dialect speaks about.
   *
   * @param speed market milliseconds per wall millisecond, by which limits per minute of market time grow
   */
  public record World(
      SimExchange exchange,
      Market market,
      VenueClock clock,
      Credentials credentials,
      double speed) {}

  /**
   * The dialect of a name such as 'kraken-futures'.
   *
   * @throws IllegalArgumentException with the names that there are
   */
  public static DialectName of(String word) {
    return Arrays.stream(values())
        .filter(name -> name.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no dialect is called '"
                        + word
                        + "'; there are "
                        + Arrays.stream(values())
                            .map(name -> name.word)
                            .collect(Collectors.joining(", "))));
  }

  /**
   * Begins to speak.
   *
   * @throws IllegalArgumentException if this version cannot speak it yet
   */
  public Dialect in(World world) {
    return switch (this) {
      case BINANCE ->
          new Desk(
              world.exchange(),
              world.market(),
              world.clock(),
              world.credentials(),
              FrontLimits.standard().atSpeed(world.speed()));
      case KRAKEN_FUTURES ->
          new KrakenFuturesDesk(
              world.exchange(), world.market(), world.clock(), world.credentials(), world.speed());
      case KRAKEN ->
          new KrakenDesk(
              world.exchange(), world.market(), world.clock(), world.credentials(), world.speed());
      case OKX ->
          new OkxDesk(
              world.exchange(),
              world.market(),
              world.clock(),
              world.credentials(),
              OkxManner.standard().atSpeed(world.speed()));
    };
  }

  /**
   * A market as the venue prices it: at Kraken in US dollars, and at OKX with perpetuals besides that are quoted in
   * dollars and margined in their coin.
   */
  public Market market(Market inTether) {
    return switch (this) {
      case BINANCE -> inTether;
      case OKX -> new InverseMarket(inTether, new DollarMarket(inTether));
      case KRAKEN, KRAKEN_FUTURES -> new DollarMarket(inTether);
    };
  }

  /** The rules of an exchange that the dialect can speak for. */
  public ExchangeRules rules() {
    return switch (this) {
      case BINANCE, KRAKEN, KRAKEN_FUTURES -> ExchangeRules.standard();
      case OKX -> ExchangeRules.standard().inOneWallet().chargingWhole();
    };
  }

  /** A market's series as the venue lists them: OKX and Kraken Futures know no smallest notional. */
  public List<SeriesInfo> series(List<SeriesInfo> series) {
    return switch (this) {
      case BINANCE, KRAKEN -> series;
      case OKX, KRAKEN_FUTURES ->
          series.stream().map(info -> info.withMinNotional(BigDecimal.ZERO)).toList();
    };
  }

  /**
   * What an account opens with, by the market core's names of coins.
   * At Kraken the unit of account is USD, which the core calls USDT; where no dollars are given the USDT are. Elsewhere
   * there are no dollars.
   */
  public SortedMap<String, BigDecimal> opening(SortedMap<String, BigDecimal> given) {
    TreeMap<String, BigDecimal> opening = new TreeMap<>(given);
    BigDecimal dollars = opening.remove("USD");
    boolean isInDollars =
        switch (this) {
          case BINANCE, OKX -> false;
          case KRAKEN, KRAKEN_FUTURES -> true;
        };
    if (isInDollars && dollars != null) {
      opening.put("USDT", dollars);
    }
    return opening;
  }

  /** An exchange that the dialect can speak for: Kraken takes the fees of spot trades in the quote currency. */
  public ExchangeSetup of(ExchangeSetup setup) {
    return switch (this) {
      case KRAKEN -> setup.takingFeesInQuote();
      case BINANCE, OKX, KRAKEN_FUTURES -> setup;
    };
  }

  @Override
  public String toString() {
    return word;
  }
}
