package org.evenkeel.shell.config.keys;

/** The rows about the simulated world of a rehearsal and the simulated account of paper mode. */
final class SimulationKeys {

  private SimulationKeys() {}

  static final String TEXT =
      """
      rehearsal | section | optional | only rehearsal | risk never
        The simulated venue and its market.
        Everything has a default.

      rehearsal.market | choice generated/files | default generated
        Where prices come from: generated from a seed, or read from files of real ones.
        With files, data_directory and end are required.

      rehearsal.seed | whole 0..9007199254740991 | default 20260101
        The seed of the generated market and of the venue's chances.
        The same seed gives the same market.

      rehearsal.start | instant | default 2026-01-01T00:00:00Z
        Market time at the first start; later starts go on where the last one ended.
        With files there must be data before it for the estimate.

      rehearsal.end | instant | optional
        Market time at which the market of files ends.
        Beyond it nothing is decided.

      rehearsal.history_days | whole 1..3650 | default 200 | days
        Days of generated market before the start.
        Must hold the bars that the estimate looks back on.

      rehearsal.further_coins | whole 0..400 | default 0 | coins
        Coins of a generated market that do not exist, C001 and on, beside its eight: for rehearsals with many instruments.
        Their books are thin, so that an order is filled in several pieces.

      rehearsal.depeg_on | instant | optional
        The day (UTC) on which USDC of a generated market loses its peg for certain, to see the way out of it.
        Without it a depeg comes by chance, about once in two years.

      rehearsal.depeg_lowest_price | decimal 0.5..0.999 | default 0.88 | USDT
        The lowest price of USDC at noon of that day; it recovers over days.
        Only with rehearsal.depeg_on.

      rehearsal.funding_swing_fraction | numbers name 0..0.005 | optional | fraction per settlement, by venue
        How far a venue's funding lies beside that of the market: below it for four days, above it for four, and so on.
        Without it all venues of a rehearsal pay the same.

      rehearsal.data_directory | text path | optional | path
        Folder with the CSV files of prices and funding.
        Read once at the start; gaps are kept as gaps.

      rehearsal.speed_market_seconds_per_second | decimal 1..1000000 | default 8640 | market seconds per second
        How fast market time runs between decisions: 8640 is one day in 10 seconds.
        While a decision is carried out, time runs at real speed.

      rehearsal.venue_port | whole 0..65535 | default 0 | TCP port
        Port of the simulated venue at 127.0.0.1; 0 takes any free port.
        A fixed port lets other programs find the venue.

      rehearsal.venue_directory | text path | default var/rehearsal-venue | path
        Folder of the simulated venue: its own log of events and its API key.
        Belongs to the same database; delete both or none.

      rehearsal.external_url | text url | optional
        A simulated venue that runs as a process of its own, started with 'evenkeel venue-sim'.
        The venue in this process is then not started.

      rehearsal.faults | texts fault | optional
        What goes wrong at the simulated venues from the start, as 'venue-sim --fault' takes it.
        Every simulated venue has its own count of each; the README lists the kinds.

      rehearsal.opening_futures | numbers currency 0..1000000000000 | default { USDT: 600000 } | units of each currency
        What the simulated futures wallet holds at the first start, at each venue; USD only where prices are in USD.
        Less makes lots coarser and risk contributions less even.

      rehearsal.opening_spot | numbers currency 0..1000000000000 | default { USDT: 400000 } | units of each currency
        What the simulated spot wallet holds at the first start.
        It is spread over the stablecoins by the first decision.

      paper | section | optional | only paper | risk never
        The simulated account that trades on live prices.
        Everything has a default.

      paper.top_of_book_notional_nav_currency | decimal >0..1000000000 | default 50000 | NAV currency
        What is assumed to stand at the best bid and at the best ask, because live quotes come without sizes.
        Level n behind it is 2 basis points times n away with n + 1 times the size; less makes fills dearer and partial.

      paper.opening_futures | numbers currency 0..1000000000000 | default { USDT: 60000 } | units of each currency
        What the simulated futures wallet holds at the first start.
        Use what you would use in live mode, so that lots and limits mean the same.

      paper.opening_spot | numbers currency 0..1000000000000 | default { USDT: 40000 } | units of each currency
        What the simulated spot wallet holds at the first start.
        It is spread over the stablecoins by the first decision.
      """;
}
