package org.evenkeel.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.catalog.Samples.leg;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.catalog.Samples.sleeve;
import static org.evenkeel.core.catalog.Samples.spot;
import static org.evenkeel.core.data.Books.NOON;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.plan.TradeRule;
import org.evenkeel.core.policy.OperatorOverride.Kind;
import org.evenkeel.core.policy.OverrideScope.Level;
import org.junit.jupiter.api.Test;

/** The algebra of overrides. */
class MandatesTest {

  /** Bitcoin alone, a carry of bitcoin that shares its perpetual, and ether. */
  private static final Universe UNIVERSE =
      new Universe(
          Samples.USDT,
          List.of(
              sleeve("BTC"),
              sleeve("btc-carry", leg(spot("BTC"), "1"), leg(perpetual("BTC"), "-1")),
              sleeve("ETH")),
          List.of(Samples.share("USDC", "0.5")));

  private static final InstrumentId BTC_PERP = perpetual("BTC").id();
  private static final InstrumentId BTC_SPOT = spot("BTC").id();
  private static final InstrumentId ETH_PERP = perpetual("ETH").id();
  private static final InstrumentId USDC = spot("USDC").id();

  static OperatorOverride override(long id, OverrideScope scope, Kind kind, String value) {
    return new OperatorOverride(
        id, scope, kind, Ratio.of(value), "ann", "test", NOON, NOON.plusSeconds(60));
  }

  private static Mandates of(OperatorOverride... overrides) {
    return Mandates.of(UNIVERSE, List.of(overrides));
  }

  private static OverrideScope at(Level level, String name) {
    return new OverrideScope(level, name);
  }

  @Provide
  Arbitrary<OperatorOverride> overrides() {
    Arbitrary<OverrideScope> scopes =
        Arbitraries.of(
            OverrideScope.book(),
            at(Level.CLASS, "majors"),
            at(Level.SLEEVE, "btc"),
            at(Level.SLEEVE, "btc-carry"),
            at(Level.SLEEVE, "eth"),
            at(Level.INSTRUMENT, BTC_PERP.value()),
            at(Level.INSTRUMENT, BTC_SPOT.value()),
            at(Level.INSTRUMENT, USDC.value()),
            at(Level.VENUE, "binance"),
            at(Level.SLEEVE, "gone"));
    return Combinators.combine(
            Arbitraries.longs().between(1, 9),
            scopes,
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, 100))
        .as(
            (id, scope, kind, percent) ->
                override(
                    id,
                    scope,
                    kind,
                    kind.hasValue() ? BigDecimal.valueOf(percent, 2).toPlainString() : "0"));
  }

  @Provide
  Arbitrary<List<OperatorOverride>> books() {
    // One number, one override.
    return overrides()
        .list()
        .ofMaxSize(6)
        .map(
            list -> {
              List<OperatorOverride> numbered = new ArrayList<>();
              list.forEach(each -> numbered.add(each.numbered(numbered.size() + 1L)));
              return numbered;
            });
  }

  @Property(tries = 200)
  void mandates_are_a_join_semilattice(
      @ForAll("overrides") OperatorOverride one,
      @ForAll("overrides") OperatorOverride two,
      @ForAll("overrides") OperatorOverride three) {
    Mandate a = Mandate.of(one);
    Mandate b = Mandate.of(two);
    Mandate c = Mandate.of(three);
    assertThat(a.and(b)).isEqualTo(b.and(a));
    assertThat(a.and(b).and(c)).isEqualTo(a.and(b.and(c)));
    assertThat(a.and(a)).isEqualTo(a);
    assertThat(a.and(Mandate.free())).isEqualTo(a);
    assertThat(a.and(b).and(b)).isEqualTo(a.and(b));
    assertThat(a.and(b).factor()).isLessThanOrEqualTo(a.factor());
  }

  @Property(tries = 150)
  void neither_their_order_nor_a_repetition_matters(
      @ForAll("books") List<OperatorOverride> book, @ForAll Random random) {
    Mandates once = Mandates.of(UNIVERSE, book);
    List<OperatorOverride> shuffled = new ArrayList<>(book);
    shuffled.addAll(book);
    Collections.shuffle(shuffled, random);
    assertThat(Mandates.of(UNIVERSE, shuffled)).isEqualTo(once);
  }

  /** Compared is what an order may do: stricter rules, smaller factors, the caps of before and more. */
  @Property(tries = 200)
  void one_more_override_never_permits_more(
      @ForAll("books") List<OperatorOverride> book, @ForAll("overrides") OperatorOverride more) {
    Mandates before = Mandates.of(UNIVERSE, book);
    List<OperatorOverride> all = new ArrayList<>(book);
    all.add(more.numbered(99));
    Mandates after = Mandates.of(UNIVERSE, all);
    for (InstrumentId id : UNIVERSE.instruments()) {
      TradeRule was = before.rules().getOrDefault(id, TradeRule.FREE);
      TradeRule is = after.rules().getOrDefault(id, TradeRule.FREE);
      assertThat(is).as(id.value()).isGreaterThanOrEqualTo(was);
      assertThat(is.permits(false) && !was.permits(false)).isFalse();
      assertThat(is.permits(true) && !was.permits(true)).isFalse();
    }
    before
        .sleeves()
        .forEach(
            (sleeve, mandate) -> {
              Mandate now = after.sleeves().get(sleeve);
              assertThat(now.factor()).isLessThanOrEqualTo(mandate.factor());
              assertThat(now.isExcluded() || !mandate.isExcluded()).isTrue();
            });
    assertThat(after.caps()).containsAll(before.caps());
  }

  @Test
  void what_is_frozen_stays_so_when_a_sleeve_is_closed_that_shares_it_with_another() {
    OverrideScope carry = at(Level.SLEEVE, "btc-carry");
    OperatorOverride freeze = override(1, carry, Kind.FREEZE_WEIGHT, "0");
    OperatorOverride close = override(2, carry, Kind.CLOSE, "0");

    assertThat(of(close).rules()).containsEntry(BTC_PERP, TradeRule.REDUCE_ONLY);
    assertThat(of(freeze, close).rules()).containsEntry(BTC_PERP, TradeRule.KEEP);
  }

  @Property(tries = 150)
  void legs_of_one_sleeve_are_never_half_free(@ForAll("books") List<OperatorOverride> book) {
    Mandates mandates = Mandates.of(UNIVERSE, book);
    TradeRule spot = mandates.rules().getOrDefault(BTC_SPOT, TradeRule.FREE);
    TradeRule perp = mandates.rules().getOrDefault(BTC_PERP, TradeRule.FREE);
    assertThat(spot == TradeRule.FREE).isEqualTo(perp == TradeRule.FREE);
    assertThat(spot == TradeRule.NO_TRADE).isEqualTo(perp == TradeRule.NO_TRADE);
  }

  @Test
  void no_trade_stands_before_close_before_freeze_before_reduce_only_before_numbers() {
    List<Kind> strictestFirst =
        List.of(Kind.NO_TRADE, Kind.CLOSE, Kind.FREEZE_WEIGHT, Kind.REDUCE_ONLY, Kind.MULTIPLIER);
    for (int i = 0; i + 1 < strictestFirst.size(); i++) {
      OverrideScope eth = at(Level.SLEEVE, "eth");
      Mandates both =
          of(
              override(1, eth, strictestFirst.get(i), "0"),
              override(2, eth, strictestFirst.get(i + 1), "0"));
      assertThat(both.rules().get(ETH_PERP)).isEqualTo(Mandate.rule(strictestFirst.get(i)));
    }
  }

  @Test
  void multipliers_of_all_scopes_multiply_and_close_is_zero() {
    Mandates mandates =
        of(
            override(1, OverrideScope.book(), Kind.MULTIPLIER, "0.5"),
            override(2, at(Level.CLASS, "majors"), Kind.MULTIPLIER, "0.5"),
            override(3, at(Level.SLEEVE, "eth"), Kind.MULTIPLIER, "0.4"),
            override(4, at(Level.SLEEVE, "btc"), Kind.CLOSE, "0"));
    assertThat(mandates.adjustments().multipliers())
        .containsEntry(SleeveId.of("eth"), Ratio.of("0.1"))
        .containsEntry(SleeveId.of("btc-carry"), Ratio.of("0.25"))
        .containsEntry(SleeveId.of("btc"), Ratio.ZERO);
  }

  @Test
  void an_instrument_stands_for_every_sleeve_with_a_leg_in_it() {
    Mandates perp = of(override(1, at(Level.INSTRUMENT, BTC_PERP.value()), Kind.CLOSE, "0"));
    assertThat(perp.adjustments().multipliers())
        .containsOnlyKeys(SleeveId.of("btc"), SleeveId.of("btc-carry"));
    assertThat(perp.rules())
        .containsEntry(BTC_PERP, TradeRule.CLOSE)
        .containsEntry(BTC_SPOT, TradeRule.CLOSE)
        .doesNotContainKey(ETH_PERP);
  }

  @Test
  void what_another_sleeve_still_wants_is_not_closed_but_only_reduced() {
    Mandates carry = of(override(1, at(Level.SLEEVE, "btc-carry"), Kind.CLOSE, "0"));
    assertThat(carry.rules())
        .containsEntry(BTC_SPOT, TradeRule.CLOSE)
        .containsEntry(BTC_PERP, TradeRule.REDUCE_ONLY);
  }

  @Test
  void a_rule_of_the_book_stops_the_exchange_of_stablecoins() {
    assertThat(of(override(1, OverrideScope.book(), Kind.NO_TRADE, "0")).rules())
        .containsEntry(USDC, TradeRule.NO_TRADE);
    assertThat(of(override(1, at(Level.VENUE, "binance"), Kind.CLOSE, "0")).rules())
        .containsEntry(USDC, TradeRule.KEEP);
    assertThat(of(override(1, OverrideScope.book(), Kind.MULTIPLIER, "0.5")).rules()).isEmpty();
  }

  /** One pass over the sleeves would reach only the neighbour: the rule is at the far end of a chain of shared legs. */
  @Test
  void a_rule_reaches_every_leg_that_hangs_on_it_however_far() {
    Universe chain =
        new Universe(
            Samples.USDT,
            List.of(
                sleeve("a", leg(perpetual("AA"), "1"), leg(perpetual("BB"), "-1")),
                sleeve("b", leg(perpetual("BB"), "1"), leg(perpetual("CC"), "-1")),
                sleeve("c", leg(perpetual("CC"), "1"), leg(perpetual("DD"), "-1")),
                sleeve("e", leg(perpetual("EE"), "1"))),
            List.of());
    OperatorOverride freeze =
        override(1, at(Level.INSTRUMENT, perpetual("DD").id().value()), Kind.NO_TRADE, "0");

    assertThat(Mandates.of(chain, List.of(freeze)).rules())
        .containsOnlyKeys(
            perpetual("AA").id(), perpetual("BB").id(), perpetual("CC").id(), perpetual("DD").id())
        .containsValue(TradeRule.NO_TRADE)
        .doesNotContainValue(TradeRule.REDUCE_ONLY);
    assertThat(
            Mandates.of(chain, List.of())
                .limitedTo(new TreeSet<>(List.of(SleeveId.of("a"), SleeveId.of("e"))), chain)
                .rules())
        .as("of the sleeves that are wanted one hangs on the others")
        .containsOnlyKeys(
            perpetual("AA").id(), perpetual("BB").id(), perpetual("CC").id(), perpetual("DD").id())
        .doesNotContainValue(TradeRule.FREE);
  }

  @Test
  void a_decision_for_some_sleeves_leaves_out_all_others_and_the_cash_and_keeps_what_is_stricter() {
    Mandates all = of(override(1, at(Level.SLEEVE, "eth"), Kind.FREEZE_WEIGHT, "0"));

    assertThat(all.limitedTo(new TreeSet<>(), UNIVERSE)).isEqualTo(all);
    assertThat(all.limitedTo(new TreeSet<>(List.of(SleeveId.of("eth"))), UNIVERSE).rules())
        .containsOnlyKeys(BTC_PERP, BTC_SPOT, USDC, ETH_PERP)
        .containsEntry(BTC_PERP, TradeRule.LEFT_OUT)
        .containsEntry(BTC_SPOT, TradeRule.LEFT_OUT)
        .containsEntry(USDC, TradeRule.LEFT_OUT)
        .containsEntry(ETH_PERP, TradeRule.KEEP);
    assertThat(of().limitedTo(new TreeSet<>(List.of(SleeveId.of("eth"))), UNIVERSE).rules())
        .doesNotContainKey(ETH_PERP);
  }

  /** A perpetual that a coin may stand for: what is said of the sleeve holds for both, what is said of one for it. */
  @Test
  void what_may_stand_for_a_leg_is_under_its_rules_and_under_its_own() {
    Universe either =
        new Universe(
            Samples.USDT,
            List.of(
                sleeve("btc", new Leg(BTC_PERP, BigDecimal.ONE, List.of(BTC_SPOT))), sleeve("ETH")),
            List.of());
    OperatorOverride sleeve = override(1, at(Level.SLEEVE, "btc"), Kind.REDUCE_ONLY, "0");
    OperatorOverride coin = override(2, at(Level.INSTRUMENT, BTC_SPOT.value()), Kind.NO_TRADE, "0");

    assertThat(Mandates.of(either, List.of(sleeve)).rules())
        .containsOnlyKeys(BTC_PERP, BTC_SPOT)
        .containsEntry(BTC_SPOT, TradeRule.REDUCE_ONLY);
    assertThat(Mandates.of(either, List.of(sleeve, coin)).rules())
        .containsEntry(BTC_PERP, TradeRule.REDUCE_ONLY)
        .containsEntry(BTC_SPOT, TradeRule.NO_TRADE);
    assertThat(
            Mandates.of(either, List.of())
                .limitedTo(new TreeSet<>(List.of(SleeveId.of("eth"))), either)
                .rules())
        .containsOnlyKeys(BTC_PERP, BTC_SPOT);
  }

  @Test
  void a_scope_that_does_not_name_a_stablecoin_leaves_its_exchange_alone_and_a_freeze_stops_it() {
    assertThat(of(override(1, at(Level.CLASS, "majors"), Kind.NO_TRADE, "0")).rules())
        .doesNotContainKey(USDC);
    assertThat(of(override(1, at(Level.INSTRUMENT, USDC.value()), Kind.FREEZE_WEIGHT, "0")).rules())
        .containsOnly(Map.entry(USDC, TradeRule.KEEP));
    assertThat(of(override(1, OverrideScope.book(), Kind.REDUCE_ONLY, "0")).rules())
        .containsEntry(USDC, TradeRule.KEEP)
        .containsEntry(ETH_PERP, TradeRule.REDUCE_ONLY);
  }

  @Test
  void what_is_excluded_and_what_is_capped_goes_to_the_solver() {
    Mandates mandates =
        of(
            override(1, at(Level.SLEEVE, "eth"), Kind.EXCLUDE, "0"),
            override(2, OverrideScope.book(), Kind.CAP, "1.5"),
            override(3, at(Level.SLEEVE, "btc"), Kind.RISK_CAP, "0.2"),
            override(4, at(Level.SLEEVE, "gone"), Kind.CAP, "0.1"));

    assertThat(mandates.adjustments().excluded()).containsExactly(SleeveId.of("eth"));
    assertThat(mandates.adjustments().multipliers()).isEmpty();
    assertThat(mandates.caps())
        .extracting(cap -> cap.measure() + " of " + cap.members().size() + " " + cap.limit())
        .containsExactlyInAnyOrder("EXPOSURE of 3 1.5", "RISK of 1 0.2");
    assertThat(of().adjustments().excluded()).isEmpty();
  }

  private static String objection(OperatorOverride wanted, OperatorOverride... inForce) {
    return OverrideCheck.objection(UNIVERSE, List.of(inForce), wanted)
        .map(refusal -> refusal.detail())
        .orElse("");
  }

  @Test
  void what_cannot_be_meant_is_refused() {
    OperatorOverride noBtc = override(1, at(Level.INSTRUMENT, BTC_PERP.value()), Kind.EXCLUDE, "0");
    assertThat(objection(override(2, at(Level.SLEEVE, "eth"), Kind.EXCLUDE, "0"))).isEmpty();
    assertThat(objection(override(2, at(Level.SLEEVE, "eth"), Kind.EXCLUDE, "0"), noBtc))
        .startsWith("no sleeve would be left");
    assertThat(objection(override(2, at(Level.INSTRUMENT, USDC.value()), Kind.CLOSE, "0")))
        .contains("only no-trade and freeze-weight are for cash");
    assertThat(objection(override(2, at(Level.INSTRUMENT, USDC.value()), Kind.NO_TRADE, "0")))
        .isEmpty();
    assertThat(objection(override(2, at(Level.CLASS, "gone"), Kind.CLOSE, "0")))
        .contains("concerns no sleeve");
    assertThat(objection(override(2, OverrideScope.book(), Kind.RISK_CAP, "0.9")))
        .contains("the caps on risk would leave 0.9");
    assertThat(objection(override(2, OverrideScope.book(), Kind.RISK_CAP, "1"))).isEmpty();
    assertThat(objection(override(2, OverrideScope.book(), Kind.CAP, "0.9")))
        .as("exposures need not add up to anything")
        .isEmpty();
    assertThat(objection(override(2, at(Level.SLEEVE, "eth"), Kind.RISK_CAP, "0.1")))
        .as("the others bear the rest")
        .isEmpty();
    assertThat(objection(override(2, OverrideScope.book(), Kind.CLOSE, "0")))
        .as("nothing is left, and nobody has excluded it")
        .isEmpty();
    assertThat(objection(override(2, at(Level.INSTRUMENT, USDC.value()), Kind.FREEZE_WEIGHT, "0")))
        .isEmpty();
    assertThat(objection(override(2, at(Level.INSTRUMENT, USDC.value()), Kind.CAP, "0.1")))
        .contains("is a stablecoin");
  }
}
