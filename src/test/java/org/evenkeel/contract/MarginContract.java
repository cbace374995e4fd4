package org.evenkeel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.MaintenanceTiers;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.MarginView;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.shell.simvenue.exchange.ExchangeRules;
import org.junit.jupiter.api.Test;

/** What a venue says of an account's margin, and what its contracts are worth. */
abstract class MarginContract extends TradingVenue {

  private static final BigDecimal DUST = new BigDecimal("0.000001");

  private int sequence;

  /** Sets the best bid and ask and how much stands on each side. */
  protected abstract void book(InstrumentId instrument, String bid, String ask, String quantity);

  /** The specifications of the same venue; empty where its market is another one's. */
  protected Optional<MarketData> market() {
    return Optional.empty();
  }

  private void trade(Side side, String coins, String price, boolean reduceOnly) {
    InstrumentId id = first().id();
    Instant now = venue().venueTime().orThrow();
    sequence++;
    SendOutcome sent =
        venue()
            .send(
                new OrderTicket(
                    ClientOrderId.of("ekmmmm" + String.format("%012d", sequence)),
                    id,
                    side,
                    contracts(id, coins),
                    Price.of(price),
                    TimeInForce.IOC,
                    reduceOnly,
                    now,
                    now.plus(Duration.ofSeconds(5))));
    assertThat(sent).isInstanceOf(SendOutcome.Accepted.class);
  }

  private AccountSnapshot longAndAhead() {
    assumeThat(perpetuals()).as("this venue trades no perpetual").isNotEmpty();
    trade(Side.BUY, "0.010", "20000.1", false);
    book(first().id(), "20999.9", "21000.1", "100000");
    return venue().account().orThrow();
  }

  @Test
  void the_equity_of_a_wallet_is_its_balance_with_the_profit_of_open_positions() {
    AccountSnapshot account = longAndAhead();
    VenuePosition held = account.positions().get(0);
    Balance cash =
        account.balances().stream()
            .filter(one -> one.wallet().equals(collateralWallet()))
            .filter(one -> one.currency().equals(cash()))
            .findFirst()
            .orElseThrow();

    assertThat(held.unrealizedPnl()).isPositive();
    assertThat(cash.equity().orElseThrow())
        .isCloseTo(cash.total().add(held.unrealizedPnl()), within(DUST));
    assertThat(cash.available()).as("margin is bound").isLessThan(cash.equity().orElseThrow());
    assertThat(account.balances()).allMatch(balance -> balance.equity().isPresent());
  }

  @Test
  void what_a_contract_is_worth_by_its_specification_is_what_a_move_of_the_price_earns() {
    assumeThat(market()).as("this venue's market is another one's").isPresent();
    VenuePosition held = longAndAhead().positions().get(0);
    BigDecimal worth =
        market().orElseThrow().specs(List.of(first().id())).orThrow().get(0).multiplier();

    assertThat(held.unrealizedPnl())
        .isCloseTo(
            held.quantity().value().multiply(worth).multiply(new BigDecimal("999.9")),
            within(DUST));
  }

  /** The collar of every order is looked at against it, too. */
  @Test
  void a_quote_has_the_price_of_the_newest_trade() {
    assumeThat(market()).as("this venue's market is another one's").isPresent();
    List<InstrumentId> traded = new ArrayList<>(List.of(first().id()));
    coins().filter(coin -> !traded.contains(coin)).ifPresent(traded::add);

    assertThat(market().orElseThrow().quotes(traded).orThrow())
        .hasSize(traded.size())
        .allSatisfy(quote -> assertThat(quote.last()).contains(quote.bid()));
  }

  @Test
  void the_market_tells_what_it_asks_for_the_size_of_a_position_and_what_leverage_it_grants() {
    assumeThat(market()).as("this venue's market is another one's").isPresent();

    MarginView view = market().orElseThrow().margins(perpetuals()).orThrow();

    assertThat(view.untold()).isEmpty();
    assertThat(view.tiers())
        .extracting(MaintenanceTiers::instrument)
        .hasSameElementsAs(perpetuals());
    for (MaintenanceTiers one : view.tiers()) {
      assertThat(one.tiers()).hasSizeGreaterThan(1);
      assertThat(one.tiers().get(0).rate())
          .as("of the simulated venue's smallest positions")
          .isEqualTo(new Ratio(ExchangeRules.standard().maintenanceRate()));
      for (int i = 1; i < one.tiers().size(); i++) {
        MaintenanceTiers.Tier tier = one.tiers().get(i);
        MaintenanceTiers.Tier smaller = one.tiers().get(i - 1);
        assertThat(tier.rate()).isGreaterThanOrEqualTo(smaller.rate());
        assertThat(tier.leverage()).isLessThanOrEqualTo(smaller.leverage());
      }
      assertThat(one.mostAt(5)).isPresent();
    }
  }

  @Test
  void a_reduce_only_order_larger_than_the_position_never_turns_it() {
    assumeThat(perpetuals()).as("this venue trades no perpetual").isNotEmpty();
    trade(Side.BUY, "0.010", "20000.1", false);
    InstrumentId id = first().id();
    Instant now = venue().venueTime().orThrow();
    OrderTicket more =
        new OrderTicket(
            ClientOrderId.of("ekmmmm999999999999"),
            id,
            Side.SELL,
            contracts(id, "0.030"),
            Price.of("19999.9"),
            TimeInForce.IOC,
            true,
            now,
            now.plus(Duration.ofSeconds(5)));

    SendOutcome sent = venue().send(more);

    assertThat(venue().account().orThrow().position(id).value())
        .as("refused whole or shrunk to the position, as the venue does it: %s", sent)
        .isIn(
            sent instanceof SendOutcome.Rejected
                ? contracts(id, "0.010").value()
                : BigDecimal.ZERO);
    if (sent instanceof SendOutcome.Accepted accepted) {
      assertThat(accepted.order().cumQty()).isEqualTo(contracts(id, "0.010"));
    }
  }

  /** Lets the next order of what is traded first be executed in so many pieces; false where that cannot be ordered. */
  protected boolean splits(int pieces) {
    return false;
  }

  /** Executions of one order; of two orders they are more than one page at any venue. */
  protected int manyPieces() {
    return 350;
  }

  @Test
  void an_order_of_many_small_executions_is_one_order_whose_fills_add_up_over_all_pages() {
    InstrumentId id = first().id();
    int pieces = manyPieces();
    BigDecimal many = BigDecimal.valueOf(pieces);
    String quantity = (perpetuals().isEmpty() ? many : many.movePointLeft(3)).toPlainString();
    book(id, first().bid(), first().ask(), "100000");
    for (int i = 0; i < 2; i++) {
      assumeThat(splits(pieces)).as("this venue takes no orders about itself").isTrue();
      trade(Side.BUY, quantity, first().ask(), false);
    }

    Instant longAgo = venue().venueTime().orThrow().minus(Duration.ofDays(1));
    List<Fill> fills = venue().fills(id, Optional.empty(), longAgo).orThrow();
    assertThat(fills).hasSize(2 * pieces);
    assertThat(fills.stream().map(Fill::tradeId).distinct()).hasSize(2 * pieces);
    assertThat(fills.stream().map(Fill::venueOrderId).distinct()).hasSize(2);
    VenueOrder order =
        ((Lookup.Found)
                venue().lookup(ClientOrderId.of("ekmmmm" + String.format("%012d", sequence)), id))
            .order();
    List<Fill> last =
        fills.stream().filter(fill -> fill.venueOrderId().equals(order.venueOrderId())).toList();
    Contracts sum = last.stream().map(Fill::lastQty).reduce(Contracts.ZERO, Contracts::plus);
    assertThat(sum).isEqualTo(contracts(id, quantity));
    assertThat(order.cumQty()).isEqualTo(sum);
    assertThat(order.avgPx())
        .as("zero where the venue tells none")
        .usingComparator(BigDecimal::compareTo)
        .isIn(BigDecimal.ZERO, new BigDecimal(first().ask()));
    assertThat(venue().fills(id, Optional.of(fills.get(pieces / 2).tradeId()), longAgo).orThrow())
        .isEqualTo(fills.subList(pieces / 2, 2 * pieces));
  }
}
