package org.evenkeel.shell.xchange.binance;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.route.VenueCapabilities.RequestExpiry;
import org.evenkeel.core.route.VenueCapabilities.Uniqueness;
import org.evenkeel.cycle.Clock;
import org.evenkeel.shell.fault.CallPolicies;
import org.evenkeel.shell.fault.CallSettings;

/** What the tests of the adapter share. */
public final class Fixtures {

  public static final VenueId BINANCE = VenueId.of("binance");

  public static final String BTC_PERP =
      """
      {"symbol":"BTCUSDT","status":"TRADING","contractType":"PERPETUAL","baseAsset":"BTC",
       "quoteAsset":"USDT","filters":[
        {"filterType":"PRICE_FILTER","tickSize":"0.10"},
        {"filterType":"LOT_SIZE","minQty":"0.001","maxQty":"1000","stepSize":"0.001"},
        {"filterType":"MARKET_LOT_SIZE","minQty":"0.002","maxQty":"120","stepSize":"0.001"},
        {"filterType":"MIN_NOTIONAL","notional":"100"}]}""";

  public static final String ETH_PERP =
      BTC_PERP.replace("BTCUSDT", "ETHUSDT").replace("\"BTC\"", "\"ETH\"");

  public static final String BTC_QUARTER =
      BTC_PERP.replace("\"BTCUSDT\"", "\"BTCUSDT_260327\"").replace("PERPETUAL", "CURRENT_QUARTER");

  public static final String USDC_SPOT =
      """
      {"symbol":"USDCUSDT","status":"TRADING","baseAsset":"USDC","quoteAsset":"USDT","filters":[
        {"filterType":"PRICE_FILTER","tickSize":"0.00010000"},
        {"filterType":"LOT_SIZE","minQty":"1.00000000","maxQty":"9000000","stepSize":"1.00000000"},
        {"filterType":"MARKET_LOT_SIZE","minQty":"0.00000000","maxQty":"0","stepSize":"0.00000000"},
        {"filterType":"NOTIONAL","minNotional":"5.00000000"}]}""";

  private Fixtures() {}

  public static String exchangeInfo(String... symbols) {
    return "{\"timezone\":\"UTC\",\"symbols\":[" + String.join(",", symbols) + "]}";
  }

  public static VenueCapabilities capabilities() {
    return new VenueCapabilities(
        BINANCE,
        false,
        36,
        Uniqueness.OPEN,
        RequestExpiry.PARAM,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        Duration.ofDays(3),
        Duration.ofDays(89),
        List.of("-1003", "-1013", "-1021", "-1111", "-1121", "-2010", "-2019", "-2022", "-4164"),
        List.of("-2013"),
        List.of("-2019"),
        false,
        false);
  }

  /** The wall clock. */
  public static Clock clock() {
    return new Clock() {
      @Override
      public Instant now() {
        return Instant.now();
      }

      @Override
      public void sleep(Duration duration) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Duration wallUntil(Instant instant) {
        throw new UnsupportedOperationException();
      }

      @Override
      public long elapsedMillis() {
        return System.nanoTime() / 1_000_000;
      }

      @Override
      public Hold hold() {
        return () -> {};
      }
    };
  }

  /** The limits of a test: everything as in production but the waiting. */
  public static CallSettings settings() {
    CallSettings real = CallSettings.binance();
    return new CallSettings(
        real.budgets(),
        Duration.ofMillis(300),
        Duration.ofSeconds(3),
        2,
        Duration.ofMillis(5),
        100,
        100,
        Duration.ofSeconds(5));
  }

  public static BinanceLink link(URI url) {
    return link(url, new CallPolicies("binance", settings()));
  }

  public static BinanceLink link(URI url, CallPolicies gate) {
    return link(url, gate, Duration.ofMinutes(10));
  }

  /** The same with specifications that age faster or not at all. */
  public static BinanceLink link(URI url, CallPolicies gate, Duration specificationAge) {
    BinanceSettings settings =
        new BinanceSettings(
            url,
            url,
            Duration.ofMillis(500),
            Duration.ofMillis(700),
            specificationAge,
            Duration.ofSeconds(10));
    return new BinanceLink(BINANCE, settings, gate, clock());
  }

  public static FakeBinance withClock(FakeBinance fake) {
    return fake.on(
        "GET /fapi/v1/time",
        r -> FakeBinance.Answer.ok("{\"serverTime\":" + Instant.now().toEpochMilli() + "}"));
  }
}
