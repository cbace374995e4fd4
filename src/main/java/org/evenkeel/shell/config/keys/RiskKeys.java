package org.evenkeel.shell.config.keys;

/** The rows about the risk estimate, the targets, the plan, the orders and the limits. */
final class RiskKeys {

  private RiskKeys() {}

  static final String TEXT =
      """
      estimate | section | optional | risk any
        How risk is estimated from past bars.
        Everything has a default that reads 90 days of 4-hour bars.

      estimate.bar_hours | whole 1..24 | default 4 | hours
        Length of one bar: 1, 2, 4, 6, 8, 12 or 24.
        Shorter follows the market faster and sees more of the noise of trading.

      estimate.lookback_bars | whole 30..1500 | default 540 | bars
        Returns wanted of each instrument; older ones do not count at all.
        Must be at least twice the longer half-life, or the half-life is cut off.

      estimate.volatility_half_life_bars | decimal 1..1000 | default 90 | bars
        Age at which a return counts half for the volatility.
        Smaller reacts faster and trades more.

      estimate.correlation_half_life_bars | decimal 1..1000 | default 180 | bars
        Age at which a return counts half for the correlations.
        Correlations need more data than volatilities to say anything.

      estimate.volatility_model | choice ewma/parkinson/garman_klass/rogers_satchell/yang_zhang | default ewma
        How volatility is measured: ewma from closes, the others from each bar's open, high, low and close.
        Ranges have less noise, and are too small where trading is thin; they need sleeves of one leg.

      estimate.long_run_weight_fraction | decimal 0..1 | default 0.2 | fraction of the variance
        Part of the variance that is its mean over the whole window instead of the recent one.
        More trusts that volatility goes back to its mean, and trades less.

      estimate.correlation_model | choice ewma/sample/devolatilized/newey_west/overlapping/gerber | default ewma
        How correlations are measured; sample weighs all bars of the window alike.
        devolatilized keeps a week of panic from outweighing the rest; newey_west and overlapping see late closes.

      estimate.correlation_span_bars | whole 1..100 | default 2 | bars
        Lags of newey_west, or bars of one return of overlapping; nothing else reads it.
        More sees later closes and has more noise.

      estimate.shrinkage | choice none/average_correlation/identity/constant_correlation/single_factor/oracle_approximating/nonlinear/marchenko_pastur/principal_factors | default average_correlation
        How the noise of correlations is reduced.
        none believes every measured difference between pairs, most of which is chance.

      estimate.factors | whole 1..100 | default 1 | components
        Principal components that principal_factors keeps; nothing else reads it.
        More keeps more structure and more noise.

      estimate.missing_rule | choice common_bars/pairwise | default common_bars
        common_bars leaves out a bar that any sleeve lacks; pairwise uses for each pair the bars it has.
        With common_bars a young listing stops the estimate until it has the wanted coverage.

      estimate.min_overlap_bars | whole 12..1500 | default 60 | bars | risk down
        Bars that any two sleeves must have in common under pairwise; nothing else reads it.
        Fewer lets a listing in sooner, on less evidence.

      estimate.min_coverage_fraction | decimal >0..1 | default 0.9 | fraction of the wanted returns | risk down
        Smallest share of the wanted returns that each instrument must have.
        Below it nothing trades.

      estimate.max_staleness_bars | whole 0..100 | default 1 | bars | risk up
        Bars by which an instrument's newest close may lag behind the decision.
        Beyond it nothing trades.

      estimate.max_abs_bar_return_fraction | decimal >0..10 | default 0.75 | fraction | risk up
        Largest believable move in one bar.
        A larger one stops trading, unless another instrument or the mark price confirms it, or gate.confirmed_bars does.

      estimate.max_condition_number | decimal >1..1000000000000 | default 100000 | ratio | risk up
        Largest accepted ratio of the largest to the smallest eigenvalue of the correlations.
        Above it two sleeves are practically the same thing, and nothing trades.

      estimate.volatility_floor_annual_fraction | numbers name >0..5 | default { default: 0.05 } | fraction per year | risk down
        Smallest believed volatility by class; 'default' is for every class that is not listed.
        Without a floor a quiet coin gets a large weight just before it moves.

      risk | section | optional | risk any
        How much risk the whole portfolio takes.
        The weights between sleeves follow from the budgets, not from here.

      risk.target_volatility_annual_fraction | decimal 0.001..2 | default 0.20 | fraction per year | risk up
        Volatility to which the solved weights are scaled.
        Twice the target is twice the exposure, until a cap binds.

      risk.max_gross_leverage_ratio | decimal >0..10 | default 2.0 | gross exposure over NAV | risk up
        Cap on the exposure of the targets; where it binds the target volatility is not reached.
        Must not exceed limits.max_gross_leverage_ratio.

      risk.max_sleeve_exposure_ratio | decimal >0..10 | default 1 | exposure over NAV | risk up
        Cap on the exposure of any one sleeve.
        It stops a sleeve whose volatility has collapsed from filling the portfolio.

      risk.constraint_definition | choice richard-roncalli/scaled | default richard-roncalli
        What risk parity means where a bound of weights binds: sleeves that no bound touches keep equal multiples of their budgets, or every sleeve gives way, as in skfolio and Riskfolio-Lib.
        Without bounds both are the same.

      risk.method | choice risk-parity/inverse-volatility/minimum-variance/maximum-diversification/hrp/herc | default risk-parity
        How weights are found; only risk-parity spreads the risk by the budgets.
        The two optima are proven by multipliers and a gap; inverse-volatility, hrp and herc follow a rule and prove nothing.

      risk.measure | choice volatility/expected-shortfall/drawdown | default volatility
        What counts as risk for risk-parity: the estimate's volatility, or the worst part of the past bars' losses or drawdowns.
        The tail measures weigh all bars of the lookback alike and rest on few of them, so weights move more; proven by a gap.

      risk.measure_alpha_fraction | decimal 0.5..0.999 | default 0.95 | fraction of the bars that are not the tail
        Level of the tail measures: 0.95 means the worst 5 % of the bars.
        Higher looks further into the tail with fewer bars; less than one bar in the tail is refused.

      risk.factor_budgets | numbers name >0..1000 | optional | parts of the portfolio's risk
        Budgets over factors instead of sleeves: pc1, pc2, ... for principal components, or names of sleeves' factor_loadings.
        Long-only weights may not exist, and then nothing trades; what no factor spans needs a part under the name 'residual'.

      risk.factor_tolerance_fraction | decimal 0.000000001..0.1 | default 0.001 | fraction of the portfolio's variance
        Largest difference of a factor's share of the variance from its budget with which weights are traded.
        Wider trades least-squares fits that are no solution; the decision says so.

      plan | section | optional | risk any
        How closely the plan follows the targets.
        Everything has a default.

      plan.no_trade_band_fraction | decimal 0..1 | default 0.02 | fraction of the target position
        A position nearer to its target than this is left alone.
        Wider saves costs and lets risk contributions drift.

      plan.max_margin_use_fraction | decimal >0..1 | default 0.6 | fraction of the futures wallet | risk up
        Largest share of the futures wallet that initial margin may take up.
        More brings liquidation nearer.

      plan.venue_leverage_ratio | whole 1..20 | default 5 | notional over initial margin
        The leverage set at the venue for each instrument, from which initial margin follows.
        It does not change the exposure.

      plan.no_add_before_end_hours | whole 0..8760 | default 168 | hours | risk down
        From this long before its announced end (delisting, settlement of a dated future) an instrument is only reduced.
        Longer leaves a sleeve smaller than its share for longer; not shorter than plan.exit_before_end_hours.

      plan.exit_before_end_hours | whole 0..8760 | default 48 | hours | risk down
        From this long before its announced end an instrument is closed and its sleeve holds nothing.
        Must be longer than the time between two cycles, or the venue settles the position at its own price.

      plan.lot_error_tolerance_fraction | decimal >0..1 | default 0.01 | fraction of a risk contribution
        Error of risk contributions because of whole lots that counts as none when the plan names the account size without it.
        Changes no position.

      plan.roll | section | optional
        When dated futures with sleeves[].legs[].roll move to the next contract.
        What is closed of the old contract and opened of the new one is one plan.

      plan.roll.volume_fraction | decimal >0..100 | default 1 | volume of the next contract over that of the near one
        A position moves once the next contract has traded more than this.
        Smaller moves earlier, into a thinner market.

      plan.roll.volume_window_hours | whole 1..720 | default 72 | hours
        Over how long both volumes are measured.
        Shorter follows a single busy day.

      plan.roll.latest_before_end_hours | whole 1..2160 | default 192 | hours
        From this long before the near contract's end a position moves whatever volumes, basis and cost.
        Must be longer than plan.no_add_before_end_hours and cover a cycle, or the position is closed and not moved.

      plan.roll.max_basis_annual_fraction | decimal >0..10 | default 0.3 | fraction of the price a year | risk up
        Until then nothing moves while the next contract is dearer or cheaper by more than this.
        Smaller waits for calmer markets and moves more often at the latest moment.

      plan.roll.max_cost_fraction | decimal >0..0.1 | default 0.002 | fraction of the value that moves | risk up
        Until then nothing moves while both fees and half of both spreads cost more.
        Smaller waits for tighter books and moves more often at the latest moment.

      plan.band | section | optional
        Which trades are left out because they are not worth their cost.
        Everything has a default.

      plan.band.method | choice fixed/cost | default fixed
        Bands of one width, no_trade_band_fraction, or by each trade's cost against the tracking variance it takes away.
        Bands by cost trade less where it costs more and shift neither longs nor shorts; legs of sleeves with several keep the fixed one.

      plan.band.protocol | choice threshold/calendar/hybrid | default threshold
        Bands in every decision; or everything at calendar times and nothing between; or bands at calendar times and nothing between.
        Calendar and hybrid save fees and let positions drift between; what must be closed is always closed.

      plan.band.trade_to | choice centre/edge | default centre
        Where a trade goes that is made under bands by cost: to the target, or as far as it is worth its cost.
        The edge trades less each time and more often.

      plan.band.risk_aversion_ratio | decimal >0..1000 | default 5 | fraction of NAV a year per half of the annual variance
        What tracking variance costs: 5 means that a tracking volatility of 2 % a year costs 0.1 % a year.
        More makes bands by cost narrower, with the cube root.

      plan.band.width_ratio | decimal 0..100 | default 2 | multiples of the cube-root rule
        Width of bands by cost; 'bands' shows what others would have cost.
        0 trades everything in every decision.

      plan.band.max_exposure_shift_fraction | decimal 0..1 | default 0.03 | fraction of the longs, and of the shorts
        How far what is left alone may shift the sum of the longs or of the shorts before more is traded.
        Zero trades something in nearly every decision.

      plan.band.calendar_hours | whole 1..8784 | default 24 | hours
        Distance of the calendar times, counted from 1970-01-01 UTC; the decision nearest before one trades.
        Only for the protocols calendar and hybrid.

      plan.band.futures_fee_fraction | decimal 0..0.05 | default 0.0005 | fraction of the value traded
        Your fee as a taker of futures, by the venue's fee page.
        Too low trades too much.

      plan.band.spot_fee_fraction | decimal 0..0.05 | default 0.001 | fraction of the value traded
        Your fee as a taker of coins, by the venue's fee page.
        Too low trades too much.

      plan.margin_buffer_ratio | decimal 0..10 | default 0.5 | buffer over the initial margin of planned positions | risk down
        Margin that is kept beyond what planned futures need: it is not spread over stablecoins, and futures are sized so that it is there.
        Smaller of what this and plan.max_margin_use_fraction allow; what is short of it is advice to move money, never an order.

      plan.venue_cap_fraction | numbers name >0..1 | optional | fraction of NAV, by venue | risk cap
        Largest part of NAV that should lie at a venue.
        Only a transfer can lower it, so what is over is advice to the operator.

      plan.choice | section | optional
        What the instruments of a leg with alternatives are compared by, beside what the markets show.
        Everything has a default.

      plan.choice.futures_fee_fraction | numbers name 0..0.05 | optional | fraction of the value traded, by venue
        Your fee as a taker of futures at a venue; plan.band.futures_fee_fraction where a venue is not named.
        Too low at one venue draws positions there.

      plan.choice.spot_fee_fraction | numbers name 0..0.05 | optional | fraction of the value traded, by venue
        Your fee as a taker of coins at a venue; plan.band.spot_fee_fraction where a venue is not named.
        Too low draws positions into coins.

      plan.choice.borrow_annual_fraction | decimal 0..5 | default 0 | fraction of the value per year
        What money costs that is put into coins instead of lying as margin, such as the interest on it elsewhere.
        Higher prefers contracts to coins.

      execution | section | optional | risk any
        How orders are worked.
        Everything has a default.

      execution.collar_fraction | decimal 0..0.05 | default 0.002 | fraction of the price | risk up
        Distance of an order's limit price beyond the touch.
        Wider fills more and costs more.

      execution.max_attempts_per_intent | whole 1..20 | default 3 | orders | risk up
        Most orders sent for one wanted change of position, one after the other.
        Fewer leaves more unfilled until the next decision.

      execution.settle_timeout_seconds | whole 1..3600 | default 20 | seconds
        How long a decision waits for the fills of a closed order before it goes on without.
        What is late is booked by the next reconciliation.

      execution.resolve_timeout_seconds | whole 1..3600 | default 60 | seconds
        How long a decision waits for the fate of an unanswered order before it goes on without.
        The order stays UNKNOWN and its instrument frozen until a reconciliation finds out.

      execution.collar_from | choice touch/mid/mark | default touch
        What the collar of a taking order is measured from; never further than the collar from the touch.
        From mid or mark the collar must be wider than the spread, or nothing is filled; from mark a book that has run away is left alone.

      execution.style | choice ioc/passive/twap/auto | default ioc
        How perpetuals are worked: at once, resting at the touch and crossing at the end, in slices, or by spread saved against the risk of waiting.
        Patience saves spread and fees and leaves the portfolio off its target meanwhile.

      execution.style_dated | choice ioc/passive/twap/auto | optional
        How dated futures are worked; as execution.style says if not given.
        The two legs of a roll are worked one after the other.

      execution.style_spot | choice ioc/passive/twap/auto | default ioc
        How coins are worked; conversions of stablecoins always take.
        What a sale of coins pays for waits for it.

      execution.reprice_seconds | whole 1..3600 | default 15 | seconds
        Time after which a resting order that the touch has left is replaced; no second order of an intent is sent within it.
        Shorter follows the market and uses up limits.max_one_way_orders.

      execution.patience_seconds | whole 1..3600 | default 60 | seconds
        How long an intent may rest in all before the rest crosses.
        Longer fills more at the touch and risks more; must not be under execution.reprice_seconds.

      execution.twap_slices | whole 1..100 | default 5 | orders
        Number of slices of the style twap.
        Every one is an order for limits.max_one_way_orders.

      execution.twap_slice_seconds | whole 1..3600 | default 30 | seconds
        Distance of the slices.
        Slices times distance is how long one intent takes; all of a decision must fit between two decisions.

      execution.participation_fraction | decimal >0..1 | default 0.05 | fraction of the measured volume | risk up
        Most of the volume of one interval that one order of the styles passive and twap may be, by the bars of the decision.
        What does not fit is left for the next decision; what takes risk off crosses at the end whatever its size.

      execution.fill_chance_fraction | decimal 0..1 | default 0.5 | probability
        Chance that a resting order is filled within the patience, for the style auto.
        Fills come with adverse moves: too high and auto waits for nothing.

      execution.maker_saving_fraction | decimal -0.01..0.01 | default 0.0003 | fraction of the value traded
        Fee of a taker less that of a maker, for the style auto.
        By the venue's fee page.

      execution.planner_uses_measured_costs | flag | default false
        Whether the planner's fees follow what the last 100 orders have cost, futures and coins apart, from 20 orders of a class on.
        Bands then follow the market and the fee tier; a saved plan goes stale when they do.

      limits | section | optional | risk any
        The bounds that no order may cross, checked at the last step before the wire.
        Everything has a default; a plan is cut to them, and an order that would still cross one is refused.

      limits.max_order_notional_nav_currency | decimal >0..1000000000 | default 250000 | NAV currency | risk up
        Largest value of one order.
        Must grow with the account, or large rebalances are refused.

      limits.max_first_order_notional_nav_currency | decimal >0..1000000000 | default 250 | NAV currency | risk up
        Largest value of an order in a future of which nothing was ever executed; the venue's smallest order is always allowed.
        A thousandth of max_order_notional keeps that limit even if a contract is worth a thousand times what we believe.

      limits.max_notional_per_minute_nav_currency | decimal >0..100000000000 | default 5000000 | NAV currency | risk up
        Largest value ordered within a minute, whatever the strategy says; counted from the journal.
        Must not be under max_order_notional; too low and a rebalance takes several decisions.

      limits.max_cycle_turnover_ratio | decimal >0..100 | default 4 | value traded over NAV | risk up
        Largest value traded for one decision.
        Lower stops a decision that turns the book over.

      limits.max_gross_leverage_ratio | decimal >0..20 | default 3 | gross exposure over NAV | risk up
        Largest gross exposure, counting open orders in full.
        The last brake before liquidation.

      limits.max_net_leverage_ratio | decimal >0..20 | default 3 | net exposure over NAV | risk up
        Largest net exposure of futures, counting open orders in full.
        Lower keeps a book of longs and shorts from losing one side.

      limits.max_instrument_exposure_ratio | decimal >0..20 | default 1.5 | exposure over NAV | risk up
        Largest exposure to one instrument.
        A sleeve of low volatility may need more than expected.

      limits.max_venue_exposure_ratio | decimal >0..100 | default 4 | exposure at one venue over NAV | risk up
        Largest gross exposure at one venue after every step of a plan, with coins held for their risk.
        What is more than one venue is trusted with is reordered, cut into slices, or left out.

      limits.max_margin_ratio_fraction | decimal >0..1 | default 0.5 | maintenance margin over equity at one venue | risk up
        Largest margin ratio that any step of a plan may lead to, whatever part of its orders is filled.
        At 1 the venue liquidates.

      limits.min_liquidation_distance_fraction | decimal 0..0.9 | default 0.1 | fraction of the price | risk down
        Smallest move of all prices at once, or of a single one, that may lead to liquidation after any step of a plan.
        Higher holds less at the same collateral; a concentrated book needs room for its largest position.

      limits.maintenance_margin_fraction | decimal >0..1 | default 0.025 | fraction of the notional | risk down
        Maintenance margin that the two limits before reckon with for every contract.
        Must not be under what the venue asks for positions of your size; the usual first brackets ask 0.004 to 0.025.

      limits.price_collar_fraction | decimal >0..0.5 | default 0.03 | fraction of the mark price | risk up
        Largest distance of an order's limit price from the mark price.
        Must not be narrower than execution.collar_fraction.

      limits.max_orders_per_cycle | whole 1..10000 | default 200 | orders | risk up
        Most orders for one decision.
        Too low and a rebalance stops half way; higher lets a fault do more before it is stopped.

      limits.max_clock_offset_ms | whole 1..60000 | default 1000 | milliseconds | risk up
        Largest distance of our clock from the venue's at which a decision is made.
        The venue refuses requests from further away anyway.

      limits.max_quote_age_seconds | decimal >0..3600 | default 30 | seconds | risk up
        Oldest quote from which an order may be priced.
        Older prices orders away from the market.
      """;
}
