package org.evenkeel.shell.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.simvenue.exchange.ExchangeRules;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.paper.PaperSettings;
import org.evenkeel.shell.simvenue.paper.ScratchLog;
import org.evenkeel.shell.xchange.binance.BinanceSettings;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.evenkeel.shell.xchange.binance.trade.AccountKeys;
import org.evenkeel.shell.xchange.binance.trade.BinanceVenue;
import org.junit.jupiter.api.Test;

/** The wiring of paper mode as it stands in memory: nothing in it could send an order, and nothing in it is a key. */
class PaperGraphTest {

  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

  private static PaperGraph graph() {
    Map<String, BigDecimal> money = Map.of("USDT", new BigDecimal("1000"));
    return PaperGraph.forDaemon(
        new PaperSettings(
            Fixtures.capabilities(),
            List.of(InstrumentId.of("BTC-USDT-PERP@binance")),
            Currency.of("USDT"),
            new OpeningBalances(money, money),
            ExchangeRules.standard(),
            new BigDecimal("50000"),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1)),
        BinanceSettings.at(NOWHERE, NOWHERE),
        ScratchLog.empty(),
        Metering.NONE);
  }

  @Test
  void no_key_and_no_order_writing_is_reachable_from_the_started_graph() {
    Set<String> reached = LiveObjects.classesFrom(graph());

    assertThat(reached)
        .contains(
            "org.evenkeel.shell.simvenue.paper.PaperVenue",
            "org.evenkeel.shell.xchange.binance.BinanceMarketData",
            "org.evenkeel.shell.xchange.binance.BinanceLink",
            "org.evenkeel.shell.fault.CallPolicies")
        .noneMatch(name -> name.matches("org\\.evenkeel\\.shell\\.xchange\\..*\\.trade\\..*"))
        .noneMatch(name -> name.startsWith("org.evenkeel.shell.config.secret."))
        .noneMatch(name -> name.contains("Digest") || name.contains("AppConfig"));
  }

  @Test
  void the_same_look_at_a_live_adapter_finds_its_key_and_its_order_writing() {
    AccountKeys keys = new AccountKeys(Secret.of("key"), Secret.of("secret"));
    Set<String> reached =
        LiveObjects.classesFrom(
            List.of(keys, new BinanceVenue(Fixtures.link(NOWHERE), Fixtures.capabilities(), keys)));

    assertThat(reached)
        .contains("org.evenkeel.shell.xchange.binance.trade.SignedCalls", Secret.class.getName())
        .anyMatch(name -> name.contains("Digest"));
  }

  @Test
  void a_market_that_cannot_be_reached_is_a_refusal_and_not_a_crash() {
    PaperGraph graph = graph();

    assertThat(graph.prepare(List.of(InstrumentId.of("BTC-USDT-PERP@binance")), 5).orThrow())
        .isTrue();
    assertThat(graph.venues().account().toString()).contains("VENUE_UNAVAILABLE");
  }
}
