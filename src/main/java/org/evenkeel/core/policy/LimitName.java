package org.evenkeel.core.policy;

import java.util.Comparator;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;

/**
 * Which limit is meant, such as 'max_gross_leverage_ratio' or 'max_order_contracts.BTC-USDT-PERP@binance'.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param key the limit
 * @param instrument of which instrument or coin; empty for a limit of the portfolio
 */
public record LimitName(LimitKey key, String instrument) implements Comparable<LimitName> {

  private static final String SECTION = "limits.";

  public LimitName {
    if (key.isNamed() == instrument.isEmpty()) {
      throw new IllegalArgumentException(key.key() + " with instrument '" + instrument + "'");
    }
  }

  /** The limit of the whole portfolio. */
  public static LimitName of(LimitKey key) {
    return new LimitName(key, "");
  }

  /** Reads a name, with or without 'limits.' before it. */
  public static Result<LimitName> parse(String text) {
    String name = text.startsWith(SECTION) ? text.substring(SECTION.length()) : text;
    int dot = name.indexOf('.');
    String head = dot < 0 ? name : name.substring(0, dot);
    String instrument = dot < 0 ? "" : name.substring(dot + 1);
    return LimitKey.named(head)
        .filter(key -> key.isNamed() != instrument.isEmpty())
        .map(key -> Result.ok(new LimitName(key, instrument)))
        .orElseGet(
            () ->
                Result.refused(
                    Refusal.of(
                        RefusalReason.INVALID_INPUT,
                        "there is no limit '" + text + "'; there are " + LimitKey.names())));
  }

  @Override
  public int compareTo(LimitName other) {
    return Comparator.comparing(LimitName::key)
        .thenComparing(LimitName::instrument)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return instrument.isEmpty() ? key.key() : key.key() + "." + instrument;
  }
}
