package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.FundingOutlook;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.core.data.MarginView;
import org.evenkeel.core.data.Quote;

/**
 * Public market data; holds no credential.
 *
 * <p>A refusal means that nothing is known; it never means that there is nothing.
 */
public interface MarketData {

  /** The specifications of the asked instruments; refused if one is unknown to the venue. */
  Result<List<InstrumentSpec>> specs(List<InstrumentId> instruments);

  /** Up to {@code count} bars of {@code interval} that close at or before {@code until}, oldest first. */
  Result<BarSeries> bars(InstrumentId instrument, Duration interval, int count, Instant until);

  /** The books and mark prices of the asked instruments; refused if one is missing. */
  Result<List<Quote>> quotes(List<InstrumentId> instruments);

  /**
   * What the venue asks for contracts by the size of a position, or which of them it tells nothing of here.
   *
   * <p>Refused if it was to be had and could not be read, and nothing that was read before is young enough.
   */
  default Result<MarginView> margins(List<InstrumentId> futures) {
    return Result.ok(MarginView.untold(futures, "this market tells nothing of margins"));
  }

  /** What is announced of the funding of some perpetuals; refused where a market publishes none. */
  default Result<List<FundingOutlook>> funding(List<InstrumentId> instruments) {
    return Result.refused(
        RefusalReason.DATA_STALE, "the market publishes no funding of " + instruments);
  }

  /**
   * The settlements of a perpetual in a time, oldest first, as far back as the venue publishes them; a refusal never means
   * that there were none.
   */
  default Result<List<FundingRate>> settledFunding(
      InstrumentId instrument, Instant sinceExclusive, Instant untilInclusive) {
    return Result.refused(
        RefusalReason.DATA_STALE, "the market publishes no past funding of " + instrument);
  }
}
