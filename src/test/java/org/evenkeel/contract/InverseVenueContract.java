package org.evenkeel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.settle.Fill;
import org.junit.jupiter.api.Test;

/**
 * What the protocol relies on of contracts that are margined in their coin, where a venue trades such.
 *
 * <p>The account has coins enough; every expected number is computed here from dollars and prices.
 */
public abstract class InverseVenueContract extends PostOnlyContract {

  private static final MathContext EXACT = MathContext.DECIMAL128;

  /** Venues book eight decimals of a coin. */
  private static final BigDecimal DUST = new BigDecimal("0.00000001");

  private int sequence;

  /** An inverse perpetual of bitcoin; empty at a venue that trades none. */
  protected Optional<InstrumentId> inverse() {
    return Optional.empty();
  }

  /** The dollars of one contract. */
  protected BigDecimal dollars() {
    return new BigDecimal("100");
  }

  private InstrumentId anInverse() {
    assumeThat(inverse()).as("this venue trades no inverse contract").isPresent();
    return inverse().orElseThrow();
  }

  private Currency coin() {
    return Instrument.parse(anInverse()).base();
  }

  private void trade(Side side, String contracts, String price, boolean reduceOnly) {
    sequence++;
    Instant now = venue().venueTime().orThrow();
    OrderTicket ticket =
        new OrderTicket(
            ClientOrderId.of("ekiiii" + String.format("%012d", sequence)),
            anInverse(),
            side,
            Contracts.of(contracts),
            Price.of(price),
            TimeInForce.IOC,
            reduceOnly,
            now,
            now.plus(Duration.ofSeconds(5)));
    SendOutcome sent = venue().send(ticket);
    assertThat(sent).isInstanceOf(SendOutcome.Accepted.class);
    assertThat(((SendOutcome.Accepted) sent).order().differences(ticket)).isEmpty();
    assertThat(((SendOutcome.Accepted) sent).order().cumQty()).isEqualTo(Contracts.of(contracts));
  }

  private List<Fill> fills() {
    Instant longAgo = venue().venueTime().orThrow().minus(Duration.ofDays(1));
    return venue().fills(anInverse(), Optional.empty(), longAgo).orThrow();
  }

  private BigDecimal wallet() {
    return venue().account().orThrow().total(collateralWallet(), coin());
  }

  private VenuePosition position() {
    AccountSnapshot account = venue().account().orThrow();
    return account.positions().stream()
        .filter(held -> held.instrument().equals(anInverse()))
        .findFirst()
        .orElseThrow();
  }

  /** What contracts are worth at a price, in coins. */
  private BigDecimal worth(int contracts, String price) {
    return dollars().multiply(BigDecimal.valueOf(contracts)).divide(new BigDecimal(price), EXACT);
  }

  private BigDecimal sum(Function<Fill, Money> part) {
    return fills().stream()
        .map(fill -> part.apply(fill).amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void an_inverse_position_counts_contracts_and_its_fee_is_paid_in_the_coin() {
    BigDecimal before = wallet();

    trade(Side.SELL, "30", "19999.9", false);

    Fill fill = fills().get(0);
    assertThat(fill.lastQty()).isEqualTo(Contracts.of("30"));
    assertThat(fill.lastPx()).isEqualTo(Price.of("19999.9"));
    assertThat(fill.fee().currency()).isEqualTo(coin());
    assertThat(fill.realizedPnl().isZero()).isTrue();
    assertThat(fill.fee().amount())
        .as("less than a thousandth of what was sold")
        .isBetween(BigDecimal.ZERO, worth(30, "19999.9").movePointLeft(3));
    assertThat(fill.fee().amount()).isPositive();
    assertThat(wallet()).isEqualByComparingTo(before.subtract(fill.fee().amount()));
    assertThat(position().quantity()).isEqualTo(Contracts.of("-30"));
    assertThat(position().settlement()).isEqualTo(coin());
  }

  @Test
  void the_average_price_of_an_inverse_position_is_harmonic() {
    trade(Side.BUY, "40", "20000.1", false);
    book(anInverse(), "24999.9", "25000.0", "100000");
    trade(Side.BUY, "60", "25000.0", false);

    BigDecimal cost = worth(40, "20000.1").add(worth(60, "25000.0"));
    BigDecimal harmonic = dollars().multiply(new BigDecimal("100")).divide(cost, EXACT);

    assertThat(position().quantity()).isEqualTo(Contracts.of("100"));
    assertThat(position().entryPrice()).isCloseTo(harmonic, within(new BigDecimal("0.0001")));
    assertThat(position().entryPrice())
        .as("not 23000, the mean of a linear one")
        .isLessThan(new BigDecimal("22800"));
  }

  @Test
  void the_open_profit_of_an_inverse_position_is_in_coins() {
    trade(Side.BUY, "50", "20000.1", false);
    book(anInverse(), "24999.0", "25001.0", "100000");

    assertThat(position().unrealizedPnl())
        .isCloseTo(worth(50, "20000.1").subtract(worth(50, "25000")), within(DUST));
  }

  @Test
  void the_profit_of_a_long_is_paid_in_coins_with_its_fill() {
    profit(Side.BUY, "20000.1", "24999.9");
  }

  @Test
  void the_profit_of_a_short_is_paid_in_coins_with_its_fill() {
    profit(Side.SELL, "19999.9", "25000.1");
  }

  private static Side out(Side in) {
    return in == Side.BUY ? Side.SELL : Side.BUY;
  }

  /** In at one price; out in two parts at another one. */
  private void profit(Side side, String in, String out) {
    BigDecimal before = wallet();
    Instant start = venue().venueTime().orThrow();
    trade(side, "50", in, false);
    book(anInverse(), "24999.9", "25000.1", "100000");
    trade(out(side), "20", out, true);
    trade(out(side), "30", out, true);

    BigDecimal rise = worth(50, in).subtract(worth(50, out));
    BigDecimal gained = side == Side.BUY ? rise : rise.negate();
    assertThat(sum(Fill::realizedPnl)).isCloseTo(gained, within(DUST));
    assertThat(fills()).allMatch(fill -> fill.realizedPnl().currency().equals(coin()));
    assertThat(wallet().subtract(before))
        .as("to the last unit: what the fills say is what the wallet has")
        .isEqualByComparingTo(sum(Fill::realizedPnl).subtract(sum(Fill::fee)));
    assertThat(venue().account().orThrow().position(anInverse())).isEqualTo(Contracts.ZERO);
    assertThat(venue().income(start.minusSeconds(60)).orThrow()).isEmpty();
  }

  @Test
  void an_inverse_contract_is_not_mixed_up_with_the_linear_one_of_its_coin() {
    trade(Side.BUY, "10", "20000.1", false);

    assertThat(venue().account().orThrow().position(perp())).isEqualTo(Contracts.ZERO);
    Instant longAgo = venue().venueTime().orThrow().minus(Duration.ofDays(1));
    assertThat(venue().fills(perp(), Optional.empty(), longAgo).orThrow()).isEmpty();
  }
}
