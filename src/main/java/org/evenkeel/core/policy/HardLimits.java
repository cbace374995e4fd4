package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;

/**
 * The bounds of the limits: what no command lifts. Where none is named the compiled bound holds.
 *
 * <p>The text is one line 'name value' each; '#' begins a comment, and lines that begin with 'signature' are of the
 * persons who have signed the canonical {@link #text}.
 * Source: ESMA supervisory briefing on algorithmic trading, 2026: hard blocks cannot be lifted by the trader.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param bounds the bounds that are named
 */
public record HardLimits(SortedMap<LimitName, BigDecimal> bounds) {

  private static final String TITLE = "evenkeel hard limits 1\n";

  public HardLimits {
    bounds = Collections.unmodifiableSortedMap(new TreeMap<>(bounds));
  }

  /** None but the compiled ones. */
  public static HardLimits none() {
    return new HardLimits(new TreeMap<>());
  }

  /** Reads the lines of a file; refused with the number of the line that is wrong. */
  public static Result<HardLimits> parse(String text) {
    TreeMap<LimitName, BigDecimal> bounds = new TreeMap<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#") || line.startsWith("signature ")) {
        continue;
      }
      Optional<Refusal> objection = read(line, bounds);
      if (objection.isPresent()) {
        return Result.refused(
            RefusalReason.INVALID_INPUT, "line " + (i + 1) + ": " + objection.get().detail());
      }
    }
    return Result.ok(new HardLimits(bounds));
  }

  private static Optional<Refusal> read(String line, SortedMap<LimitName, BigDecimal> bounds) {
    String[] words = line.split("\\s+");
    if (words.length != 2 || !words[1].matches("\\d{1,15}(\\.\\d{1,12})?")) {
      return no("found '" + line + "', write 'name value'");
    }
    BigDecimal value = new BigDecimal(words[1]);
    return switch (LimitName.parse(words[0])) {
      case Result.Refused<LimitName> refused -> Optional.of(refused.refusal());
      case Result.Ok<LimitName> ok -> {
        Optional<Refusal> range = ok.value().key().objection(value);
        yield range.isPresent() || bounds.put(ok.value(), value) == null
            ? range
            : no(ok.value() + " is there twice");
      }
    };
  }

  private static Optional<Refusal> no(String why) {
    return Optional.of(Refusal.of(RefusalReason.INVALID_INPUT, why));
  }

  /** What is signed: the bounds in their order, without comments. */
  public String text() {
    StringBuilder text = new StringBuilder(TITLE);
    bounds.forEach(
        (name, value) -> text.append(name).append(' ').append(Decimals.text(value)).append('\n'));
    return text.toString();
  }

  /** The bound of a limit. */
  public BigDecimal bound(LimitName name) {
    return bounds.getOrDefault(name, name.key().compiled());
  }

  /** Why a soft limit may not have a value. */
  public Optional<Refusal> objection(LimitName name, BigDecimal value) {
    return name.key().allowsMore(value, bound(name))
        ? Optional.of(
            Refusal.of(
                RefusalReason.LIMIT,
                name
                    + " of "
                    + Decimals.text(value)
                    + " is beyond the hard limit "
                    + Decimals.text(bound(name))
                    + ", which no command lifts; hard limits are signed configuration"))
        : Optional.empty();
  }

  /** Every soft limit that is beyond its bound. */
  public List<Refusal> objections(LimitValues soft) {
    List<Refusal> all = new ArrayList<>();
    soft.values().forEach((name, value) -> objection(name, value).ifPresent(all::add));
    return all;
  }

  /** The stricter of limit and bound, for each. */
  public LimitValues tighten(LimitValues soft) {
    TreeMap<LimitName, BigDecimal> both = new TreeMap<>(soft.values());
    bounds.forEach((name, bound) -> both.merge(name, bound, name.key()::stricter));
    return new LimitValues(both);
  }
}
