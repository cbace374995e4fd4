package org.evenkeel.shell.simvenue.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.shell.simvenue.HandMarket.BTC_PERP;
import static org.evenkeel.shell.simvenue.HandMarket.BTC_SPOT;
import static org.evenkeel.shell.simvenue.HandMarket.ETH_PERP;
import static org.evenkeel.shell.simvenue.HandMarket.USDC_SPOT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.evenkeel.shell.simvenue.market.SeriesId;

/** Whatever is traded, nothing appears from nowhere and nothing is lost, also across restarts. */
class ConservationPropertyTest {

  private static final List<SeriesId> SERIES = List.of(BTC_PERP, ETH_PERP, BTC_SPOT, USDC_SPOT);
  private static final List<TimeInForce> LIVES = List.of(TimeInForce.values());
  private static final BigDecimal START = new BigDecimal("100000");

  @Property(tries = 40)
  void the_futures_wallet_is_the_sum_of_its_income_to_the_last_digit(@ForAll long seed) {
    Rig rig = traded(seed);

    BigDecimal income =
        rig.exchange.income().stream()
            .map(IncomeRecord::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(rig.futuresWallet()).isEqualByComparingTo(income);

    BigDecimal explained = START;
    for (SeriesId id : List.of(BTC_PERP, ETH_PERP)) {
      for (SimTrade t : rig.exchange.trades(id, 1)) {
        explained = explained.add(t.realizedPnl()).subtract(t.fee());
      }
    }
    for (IncomeRecord r : rig.exchange.income()) {
      boolean other = r.type() == IncomeType.FUNDING_FEE || r.type() == IncomeType.INSURANCE_CLEAR;
      explained = other ? explained.add(r.amount()) : explained;
    }
    assertThat(rig.futuresWallet()).isEqualByComparingTo(explained);
  }

  @Property(tries = 40)
  void positions_are_the_sum_of_trades_and_equity_is_cash_flow_plus_value(@ForAll long seed) {
    Rig rig = traded(seed);

    for (SeriesId id : List.of(BTC_PERP, ETH_PERP)) {
      BigDecimal qty = BigDecimal.ZERO;
      BigDecimal cash = BigDecimal.ZERO;
      BigDecimal realized = BigDecimal.ZERO;
      for (SimTrade t : rig.exchange.trades(id, 1)) {
        qty = qty.add(t.side().signed(t.qty()));
        cash = cash.subtract(t.side().signed(t.quoteQty()));
        realized = realized.add(t.realizedPnl());
      }
      Position position = rig.position(id.symbol());
      assertThat(position.qty()).isEqualByComparingTo(qty);
      BigDecimal signedCost =
          position.qty().signum() >= 0 ? position.cost() : position.cost().negate();
      assertThat(realized).isEqualByComparingTo(cash.add(signedCost));
    }
  }

  @Property(tries = 40)
  void fills_never_exceed_the_order_and_ids_only_grow(@ForAll long seed) {
    Rig rig = traded(seed);

    for (SeriesId id : SERIES) {
      long lastTrade = 0;
      for (SimTrade t : rig.exchange.trades(id, 1)) {
        assertThat(t.tradeId()).isEqualTo(lastTrade + 1);
        lastTrade = t.tradeId();
      }
      for (SimOrder o : rig.exchange.orders(id)) {
        BigDecimal filled =
            rig.exchange.trades(id, 1).stream()
                .filter(t -> t.orderId() == o.orderId())
                .map(SimTrade::qty)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(filled).isEqualByComparingTo(o.cumQty());
        assertThat(filled).isLessThanOrEqualTo(o.request().qty());
      }
    }
    rig.exchange.spotBalances().forEach(b -> assertThat(b.free()).isNotNegative());
  }

  @Property(tries = 10)
  void replaying_any_prefix_of_the_log_gives_the_state_at_that_moment(@ForAll long seed) {
    List<String> hashes = new ArrayList<>();
    List<Integer> lengths = new ArrayList<>();
    Rig rig = new Rig("100000", "100000");
    Random random = new Random(seed);
    for (int i = 0; i < 30; i++) {
      step(rig, random, i);
      hashes.add(rig.exchange.stateHash());
      lengths.add(rig.lines.size());
    }

    for (int i = 0; i < hashes.size(); i++) {
      List<String> prefix = List.copyOf(rig.lines.subList(0, lengths.get(i)));
      assertThat(SimExchange.replay(rig.setup, prefix).stateHash()).isEqualTo(hashes.get(i));
    }
    for (int cut = 1; cut <= rig.lines.size(); cut++) {
      SimExchange.replay(rig.setup, List.copyOf(rig.lines.subList(0, cut)));
    }
  }

  private static Rig traded(long seed) {
    Rig rig = new Rig("100000", START.toPlainString());
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      step(rig, random, i);
    }
    return rig;
  }

  private static void step(Rig rig, Random random, int i) {
    int btc = 18000 + random.nextInt(4000);
    int eth = 900 + random.nextInt(200);
    rig.market.set(BTC_PERP, btc + ".3", btc + ".7", "0.7");
    rig.market.set(BTC_SPOT, btc + ".31", btc + ".77", "0.53311");
    rig.market.set(ETH_PERP, eth + ".17", eth + ".33", "7.013");
    if (random.nextInt(10) == 0) {
      rig.market.fund(rig.now + 1000, "BTCUSDT", "0.00013" + random.nextInt(9));
    }
    rig.pass(1 + random.nextInt(5_000_000));
    SeriesId id = SERIES.get(random.nextInt(SERIES.size()));
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    BigDecimal qty =
        rig.exchange
            .info(id)
            .orElseThrow()
            .lotSize()
            .multiply(BigDecimal.valueOf(1 + random.nextInt(6000)));
    BigDecimal bid = rig.market.quote(id, rig.now).orElseThrow().bid();
    BigDecimal tick = rig.exchange.info(id).orElseThrow().tickSize();
    BigDecimal price = bid.add(tick.multiply(BigDecimal.valueOf(random.nextInt(60) - 30)));
    TimeInForce life = LIVES.get(random.nextInt(LIVES.size()));
    OrderRequest request = OrderRequest.limit(id, "c" + i % 20, side, life, qty, price);
    boolean reduce = random.nextInt(4) == 0;
    rig.exchange.place(reduce ? request.reducing() : request, rig.now);
  }
}
