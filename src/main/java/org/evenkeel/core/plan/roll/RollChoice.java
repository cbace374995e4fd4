package org.evenkeel.core.plan.roll;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;

/**
 * Which contract of a series carries a leg, and why now.
 *
 * @param from the contract that is held, or would be if none were to move
 * @param to the contract that is to be held; the same if nothing moves
 * @param state what happens
 * @param why in words, with the numbers
 * @param volumeRatio the next contract's volume over the near one's; empty if one of them was not measured
 * @param basisAnnual the next contract's price over the near one's, less 1, as a fraction a year
 * @param cost fees and half the spreads of both, as a fraction of the value that moves
 * @param latest from when on it moves at any price; empty if no end is announced
 */
public record RollChoice(
    InstrumentId from,
    InstrumentId to,
    State state,
    String why,
    Optional<BigDecimal> volumeRatio,
    Optional<BigDecimal> basisAnnual,
    Optional<BigDecimal> cost,
    Optional<Instant> latest) {

  /** What happens with the contracts of a leg. */
  public enum State {
    /** The near contract goes on carrying the leg. */
    STAYS("stays in"),
    /** It would move, but something forbids it. */
    HELD_BACK("is held back in"),
    /** What is held moves to the next contract. */
    ROLLS("rolls to"),
    /** The next contract carries the leg; what may be left of the one before is closed. */
    ROLLED("is in");

    private final String words;

    State(String words) {
      this.words = words;
    }
  }

  /** Whether a position moves. */
  public boolean isMoving() {
    return !from.equals(to);
  }

  /** Whether a person should know: something moves, or would if nothing forbade it. */
  public boolean isRemarkable() {
    return state == State.ROLLS || state == State.HELD_BACK;
  }

  /** The choice as a sentence, such as 'BTC-USDT-20260327@binance rolls to BTC-USDT-20260626@binance: ...'. */
  public String inWords() {
    return (isMoving() ? from + " " : "the leg ") + state.words + " " + to + ": " + why;
  }
}
