package org.evenkeel.shell.config.keys;

/** The rows about cash as a risk and about the judgement of past forecasts. */
final class JudgementKeys {

  private JudgementKeys() {}

  static final String TEXT =
      """
      cash | section | optional | risk any
        How stablecoins and the venue are taken as risks.
        Everything has a default that is small and not zero.

      cash.haircut_fraction | decimal 0..0.9 | default 0.005 | fraction of a coin's value | risk down
        Part of a stablecoin's value on which no position is sized.
        Larger makes all positions smaller; zero takes a promise of a dollar for a dollar.

      cash.issuer_cap_fraction | decimal >0..1 | default 1 | fraction of NAV | risk up
        Largest part of the portfolio that counts of one issuer's coins when positions are sized.
        Lower makes positions smaller unless cash is spread over issuers; 1 sets no cap.

      cash.depegs_per_year | decimal 0..100 | default 0.1 | falls off the peg in a year | risk down
        How often a stablecoin falls off its peg; with the loss below it makes the jump term of its variance.
        More leaves the sleeves less of the target volatility.

      cash.depeg_loss_fraction | decimal 0..1 | default 0.1 | fraction of a coin's value | risk down
        What one fall off the peg costs.
        Its square counts: twice the loss is four times the variance.

      cash.depeg_correlation_ratio | decimal 0..1 | default 0.5 | ratio | risk down
        Part of the falls that the coins of two issuers share; those of one issuer share all.
        At 1 spreading over issuers does not help.

      cash.volatility_floor_annual_fraction | decimal 0..5 | default 0.01 | fraction per year | risk down
        Volatility believed of a stablecoin between its falls.
        Without it a coin with few falls is nearly riskless.

      cash.venue_defaults_per_year | decimal 0..1 | default 0.01 | chance in a year | risk down
        Chance that the venue fails with what lies there.
        More leaves the sleeves less of the target volatility.

      cash.venue_loss_fraction | decimal 0..1 | default 0.5 | fraction of what lies at the venue | risk down
        What is lost then of balances and unrealized profit.
        Its square counts; the stress line of 'risk' shows it in money.

      cash.counts_toward_target | flag | default true | risk down
        Whether coins and venue take their part of the target volatility, so that the sleeves get the rest.
        Off, the risk is only shown, and the whole portfolio has more than the target.

      cash.depeg_fraction | decimal 0.0001..0.5 | default 0.02 | fraction under par | risk up
        How far under par a stablecoin is off its peg: it is not bought then, and once that is confirmed all of it is sold.
        Lower sells on noise; higher sells late.

      cash.depeg_sources | whole 1..10 | default 2 | sources | risk up
        How many markets or index prices that show it off its peg at once confirm it, if they are more than half of all.
        1 sells after a single bad price of the only market.

      cash.depeg_observations | whole 1..1000 | default 3 | looks in a row | risk up
        How many decisions in a row that see it off its peg confirm it where there are fewer sources.
        More waits longer: looks are as far apart as decisions.

      cash.back_at_par_fraction | decimal 0..0.5 | default 0.005 | fraction under par | risk up
        How near to par all sources of a coin must be for it to count as back; not more than cash.depeg_fraction.
        Wider buys a coin again that is still below par.

      cash.back_at_par_hours | whole 0..8784 | default 168 | hours | risk down
        How long a coin must have been back before it is bought again.
        0 buys it in the first decision that sees it at par.

      cash.trusted_coins | texts currency | optional
        Coins for whose peg an operator vouches: a latch on one is lifted at the next decision.
        While a coin stands here nothing sells it in a depeg; take it out again.

      cash.coins[] | sections | optional
        Stablecoins whose terms differ from those above.
        A coin that is a leg of a sleeve gets its jump term in the covariance only if it is listed here.

      cash.coins[].coin | text currency | required
        The coin.
        It may be the NAV currency too.

      cash.coins[].issuer | text name | optional
        Who owes the dollars; without it the coin is its own issuer.
        Coins of one issuer fall together and share its cap.

      cash.coins[].haircut_fraction | decimal 0..0.9 | optional | fraction of the coin's value
        As above, for this coin.
        Larger makes all positions smaller.

      cash.coins[].issuer_cap_fraction | decimal >0..1 | optional | fraction of NAV
        As above, for this coin's issuer; of two caps of an issuer the smaller holds.
        Lower makes positions smaller unless cash is spread over issuers.

      cash.coins[].depegs_per_year | decimal 0..100 | optional | falls off the peg in a year
        As above, for this coin.
        More leaves the sleeves less of the target volatility.

      cash.coins[].depeg_loss_fraction | decimal 0..1 | optional | fraction of the coin's value
        As above, for this coin.
        Its square counts.

      scoreboard | section | optional | risk any
        How past forecasts are judged, and what follows.
        Everything has a default.

      scoreboard.cuts_leverage | flag | default true | risk down
        Whether forecasts that were shown too low cut leverage by the measured factor until they recover.
        Off, 'risk' only shows them.

      scoreboard.window_outcomes | whole 20..2000 | default 250 | outcomes
        Most recent outcomes over which statistics are taken.
        Longer is surer and forgets slower.

      scoreboard.min_outcomes | whole 5..250 | default 20 | outcomes
        Outcomes before the bias statistic counts, and over which it must be at most one before a cut ends.
        Fewer cuts and recovers sooner, and more often for nothing.

      scoreboard.false_alarm_probability | decimal >0..0.2 | default 0.01 | probability | risk down
        Chance that the sequential test ever rejects forecasts that are right, however often it is looked at.
        Lower needs more evidence before leverage is cut.

      scoreboard.value_at_risk_probability | decimal 0.001..0.2 | default 0.05 | probability | risk never
        Chance of a loss beyond the value at risk whose exceedances are counted.
        Lower judges the far tail, of which there is little to see.

      scoreboard.min_factor_ratio | decimal 0.01..1 | default 0.25 | factor on exposures | risk up
        Smallest factor to which leverage is cut.
        Higher keeps more risk while forecasts are known to be wrong.

      scoreboard.min_interval_minutes | decimal 0..10080 | default 30 | minutes
        Shortest time after which a forecast is judged.
        A schedule that is faster than this is never judged.
      """;
}
