package org.evenkeel.shell.xchange.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.shell.xchange.Reply;
import org.junit.jupiter.api.Test;

/** A pair that Kraken has taken off its list: whoever asks learns that it does not trade, not that Kraken is silent. */
class DelistedPairTest {

  private static RefusalReason reason(String error) {
    Result<String> answer =
        KrakenMarketData.unlisted(
            new Reply.Refused(200, KrakenRefusals.code(error), error, Reply.Meaning.DECISION),
            () -> Result.refused(RefusalReason.VENUE_REJECTED, error));
    return answer instanceof Result.Refused<String> refused
        ? refused.refusal().reason()
        : RefusalReason.INVALID_INPUT;
  }

  @Test
  void an_unknown_pair_is_one_that_does_not_trade_and_any_other_refusal_is_what_it_was() {
    assertThat(reason("EQuery:Unknown asset pair")).isEqualTo(RefusalReason.INSTRUMENT_NOT_TRADING);
    assertThat(reason("EGeneral:Invalid arguments")).isEqualTo(RefusalReason.VENUE_REJECTED);
  }
}
