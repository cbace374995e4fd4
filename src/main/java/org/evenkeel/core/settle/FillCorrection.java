package org.evenkeel.core.settle;

import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.TradeId;

/**
 * What the venue says of an execution after it had said something else.
 *
 * @param instrument what was traded
 * @param tradeId the execution
 * @param corrected the execution as it is now said to be; empty if it was taken back
 * @param author who brings it: a rule of the program or a person
 * @param reason why it is believed
 */
public record FillCorrection(
    InstrumentId instrument,
    TradeId tradeId,
    Optional<Fill> corrected,
    String author,
    String reason) {

  public FillCorrection {
    corrected.ifPresent(
        fill -> {
          if (!fill.instrument().equals(instrument) || !fill.tradeId().equals(tradeId)) {
            throw new IllegalArgumentException("trade " + tradeId + " corrected by " + fill);
          }
        });
    if (author.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException(
          "a correction of " + tradeId + " without author or reason");
    }
  }
}
