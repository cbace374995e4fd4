package org.evenkeel.shell.config.keys;

/** The rows about the independent watcher. */
final class WatchKeys {

  private WatchKeys() {}

  static final String TEXT =
      """
      watch | section | optional | risk any
        The second process ('evenkeel watch') that looks at the whole account from outside of the engine, and halts it.
        Everything has a default but its own key in live mode.

      watch.interval_seconds | whole 1..3600 | default 15 | seconds on the wall clock | risk up
        How often it looks.
        Shorter sees sooner and asks the venues more often.

      watch.max_gross_ratio | decimal >0..20 | default 4 | gross exposure over NAV | risk up
        Largest gross exposure of all venues, with coins held for their risk and open orders in full; above it the bot is halted.
        Must leave room above limits.max_gross_leverage_ratio, or prices that move halt a bot that obeys.

      watch.max_gross_nav_currency | decimal >0..1000000000000 | optional | NAV currency | risk cap
        Largest gross exposure as an amount, whatever the account is worth.
        An account that grows needs a larger one.

      watch.max_net_ratio | decimal >0..20 | default 4 | net exposure over NAV | risk up
        Largest net exposure of all venues.
        Lower notices a hedge that has lost one side.

      watch.max_instrument_ratio | decimal >0..20 | default 2 | exposure over NAV | risk up
        Largest exposure to one instrument or coin.
        Must leave room above limits.max_instrument_exposure_ratio.

      watch.max_venue_ratio | decimal >0..100 | default 5 | exposure at one venue over NAV | risk up
        Largest gross exposure at one venue.
        Must leave room above limits.max_venue_exposure_ratio.

      watch.max_margin_ratio_fraction | decimal >0..1 | default 0.7 | maintenance margin over equity at one venue | risk up
        Largest margin ratio of a venue and a currency of settlement.
        At 1 the venue liquidates.

      watch.maintenance_margin_fraction | decimal >0..1 | default 0.025 | fraction of the notional | risk down
        Maintenance margin that the limit before reckons with for every contract.
        Must not be under what the venue asks for positions of your size.

      watch.tolerance_fraction | decimal >0..1 | default 0.05 | fraction of NAV | risk up
        How much may be held otherwise than the engine says.
        Lower notices smaller differences, and fills that are being booked.

      watch.disagreeing_looks | whole 1..1000 | default 3 | looks | risk up
        After so many looks in a row that disagree with the engine it is halted.
        Fewer halts sooner, also for a difference that a reconciliation would have ended.

      watch.executions_every_seconds | whole 1..3600 | default 60 | seconds on the wall clock | risk up
        How often it compares executions with a second source of the venue, at one of its looks.
        Shorter sees sooner and asks the venues more often.

      watch.missing_execution_seconds | whole 1..86400 | default 60 | seconds on the wall clock | risk up
        How long an execution that a second source shows may be booked nowhere while the bot works; then the bot is halted.
        At least twice schedule.reconcile_every_seconds is waited, because until then the bot may not have asked.

      watch.invented_execution_seconds | whole 1..86400 | default 300 | seconds on the wall clock | risk up
        How long a booked execution may be shown by no second source; then the bot is halted.
        Shorter halts for sources that are late.

      watch.blind_looks | whole 1..1000 | default 8 | looks | risk up
        After so many looks in a row that could not see every venue, what when_blind says is done.
        Fewer halts for a short maintenance of a venue.

      watch.when_blind | choice halt/tell | default halt
        What is done then: halt the bot, or only tell.
        With tell nobody limits the account while a venue does not answer.

      watch.keys[] | sections | optional | only live
        The watcher's own key at each venue, with the right to read and to cancel where the venue has such a right.
        Another key than the engine's, so that whoever revokes one keeps the other.

      watch.keys[].venue | text name | required
        At which venue it is.
        Every venue needs one.

      watch.keys[].api_key | secret | required
        Reference to the API key.
        Give the key no right to withdraw, and none to trade where the venue lets you.

      watch.keys[].api_secret | secret | required
        Reference to the API secret.
        Whoever reads it can cancel orders.

      watch.keys[].passphrase | secret | optional
        Reference to the passphrase that OKX wants besides key and secret; required there and nowhere else.
        It was chosen when the key was made.
      """;
}
