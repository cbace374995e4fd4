package org.evenkeel.shell.config.keys;

/** The rows about what is held and when it is decided. */
final class PortfolioKeys {

  private PortfolioKeys() {}

  static final String TEXT =
      """
      mode | choice rehearsal/paper/live | required | risk any
        The world the bot works in: a simulated venue over HTTP, live prices with a simulated account, or a real account.
        Only live sends real orders.

      strategy | text name | default default | risk any
        The name under which decisions are recorded.
        Another name in the same database starts a second history of decisions for the same account.

      nav_currency | text currency | default USDT | risk any
        The currency in which the portfolio is valued and futures are margined.
        Every stablecoin market must be quoted in it, and every other contract too unless 'rates' prices its currency.

      schedule | section | optional | risk any
        When a decision is due.
        Exactly one of period_hours and cron must be given.

      schedule.period_hours | decimal 0.01..8760 | optional | hours
        Distance of two decisions, counted from 1970-01-01T00:00Z: 24 is due at every midnight UTC.
        Shorter follows the targets more closely and pays more fees.

      schedule.cron | text cron | optional
        Quartz cron expression in UTC that says when decisions are due.
        Use it where equal periods do not fit, such as working days only.

      schedule.grace_minutes | decimal 0..10080 | default 60 | minutes on the bot's clock | risk up
        How late a decision may still be made; a later one is recorded as skipped.
        Longer makes up for longer outages with older appointments.

      schedule.min_distance_minutes | decimal 0..10080 | default 30 | minutes on the bot's clock | risk down
        How near 'reschedule' may move an appointment to the decision before it or the appointment after it.
        Less lets an operator trade more often than the schedule says.

      schedule.reconcile_every_seconds | whole 1..86400 | default 60 | seconds on the wall clock | risk up
        Distance of two comparisons of ledger and venue between decisions.
        Longer leaves a disagreement unnoticed for longer; shorter uses more of the venue's rate budget.

      schedule.heartbeat_every_seconds | whole 1..600 | default 5 | seconds on the wall clock | risk up
        Distance of two signs of life, each of which also renews the lease.
        Must be well below lease_seconds.

      schedule.lease_seconds | whole 3..3600 | default 30 | seconds on the wall clock
        How long a process may lead without renewing its lease.
        Longer delays the restart after a crash; shorter loses the lease when the database is slow.

      sleeves[] | sections 1 | required | risk any
        The risk-bearing units of the portfolio.
        Their budgets are relative to each other.

      sleeves[].name | text name | required
        The sleeve's name in commands and reports.
        Renaming a sleeve ends the overrides that name it.

      sleeves[].class | text name | required
        The class of the sleeve, which sets its volatility floor.
        A class without a floor of its own gets the default floor.

      sleeves[].risk_budget_parts | decimal >0..1000 | default 1 | parts of the portfolio's risk
        How much of the risk the sleeve shall bear, relative to the other sleeves.
        Twice the parts means twice the risk contribution, not twice the weight.

      sleeves[].min_weight_fraction | decimal 0..1 | default 0 | fraction of the sum of the solved weights
        Smallest weight of the sleeve; where it binds, the sleeve bears more risk than its budget.
        Bounds that cannot be met, also after a sleeve is excluded, are refused and nothing trades.

      sleeves[].max_weight_fraction | decimal >0..1 | default 1 | fraction of the sum of the solved weights
        Largest weight of the sleeve; where it binds, the sleeve bears less risk than its budget.
        Unlike risk.max_sleeve_exposure_ratio, what it takes goes to the other sleeves.

      sleeves[].factor_loadings | numbers name -1000..1000 | optional | return of the sleeve for a return of one of the factor
        How the sleeve moves with named factors, for risk.factor_budgets; a factor that is not named has no part in it.
        Loadings that do not describe the sleeve make budgets of names only.

      sleeves[].legs[] | sections 1 | required
        The instruments that make up the sleeve.
        Several legs are traded together, reducing ones first.

      sleeves[].legs[].instrument | text instrument | required
        What is held: base, quote, kind and venue; the kind is SPOT, PERP, INVERSE, or for a dated future its last day, such as 20260327.
        The venue must be one of venue.capabilities and venue.further_capabilities.

      sleeves[].legs[].ratio | decimal -10..10 | default 1 | notional per unit of the sleeve's weight
        The leg's share of the sleeve; negative is short.
        Zero is refused: leave the leg out.

      sleeves[].legs[].alternatives | texts instrument | optional
        Other instruments of the same asset in which the leg may be held: each cycle it is held where fees, spread, impact, funding or basis, borrow and the move itself are expected to cost least until the next cycle.
        Linear contracts, and coins for a long leg; the risk stays estimated by the prices of the first instrument.

      sleeves[].legs[].roll | choice none/monthly/quarterly | default none
        Whether a dated leg moves to the next contract of its series before it ends; the instrument names the first contract.
        Without it the leg is closed before its end, and its sleeve holds nothing from then on.

      classes[] | sections | optional | risk any
        What holds for all sleeves of a class together.
        A class that is not listed has the sum of its sleeves' budgets and any weight.

      classes[].name | text name | required
        The class, as in sleeves[].class.
        A class that no sleeve has is refused.

      classes[].risk_budget_parts | decimal >0..1000 | optional | parts of the portfolio's risk
        How much risk the class shall bear, relative to the parts of the other classes and sleeves.
        Its sleeves share it by their own parts; without it another sleeve in the class adds to the class's risk.

      classes[].min_weight_fraction | decimal 0..1 | default 0 | fraction of the sum of the solved weights
        Smallest sum of the weights of the class's sleeves.
        It forces weight into the class even if that raises the risk.

      classes[].max_weight_fraction | decimal >0..1 | default 1 | fraction of the sum of the solved weights
        Largest sum of the weights of the class's sleeves.
        Where it binds, the class bears less risk than its budget.

      stablecoins[] | sections | optional | risk any
        The coins other than the NAV currency in which the spot wallet is held.
        None keeps the whole spot wallet in the NAV currency.

      stablecoins[].instrument | text instrument | required
        The spot market on which the coin is bought for the NAV currency.
        The coin is valued at this market's price, never at 1.

      stablecoins[].share_of_spot_wallet_fraction | decimal 0..1 | required | fraction of the spot wallet's stablecoin value
        How much of the spot wallet is held in this coin.
        The shares at one venue may add up to at most 1; the rest stays in the NAV currency.

      rates[] | sections | optional | risk any
        Where the price of a quote currency other than the NAV currency comes from, such as USD in a portfolio valued in USDT.
        Several sources of one currency must agree within 1 %; while they differ, or one of them is silent, nothing is decided.

      rates[].currency | text currency | required
        The currency that is priced.
        Contracts quoted in it are valued, limited and margined at this price, never at 1.

      rates[].market | text instrument | optional
        The spot market between the two currencies, either way around, such as USDT-USD-SPOT@kraken.
        It is observed and never traded; exactly one of market and cross must be given.

      rates[].cross | texts instrument | optional
        Two instruments of one asset, the first quoted in the NAV currency, the second in the other; their index prices give the rate.
        Use it where no venue of the portfolio has a spot market of the two currencies; it is as good as the two indices.
      """;
}
