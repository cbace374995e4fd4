package org.evenkeel.shell.cli.print;

import java.util.List;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.OperatorOverride.Kind;

/** Overrides. */
public final class OverridesText {

  private OverridesText() {}

  public static String of(List<OperatorOverride> overrides) {
    if (overrides.isEmpty()) {
      return "no overrides\n";
    }
    TextTable table = new TextTable(">id", "scope", "effect", "from", "until", "author", "reason");
    for (OperatorOverride override : overrides) {
      table.row(
          String.valueOf(override.id()),
          override.scope().toString(),
          effect(override),
          Figures.time(override.createdAt()),
          Figures.time(override.expiresAt()),
          override.author(),
          override.reason());
    }
    return table.toString();
  }

  /** What an override does, in words. */
  public static String effect(OperatorOverride override) {
    return effect(override.kind(), override.value());
  }

  /** The same before there is one. */
  public static String effect(Kind kind, Ratio value) {
    return switch (kind) {
      case CAP -> "at most " + Figures.percent(value.value()) + " of NAV";
      case MULTIPLIER -> "times " + value;
      case RISK_CAP -> "at most " + Figures.percent(value.value()) + " of the risk";
      case EXCLUDE -> "excluded";
      case CLOSE -> "closed";
      case NO_TRADE -> "not traded";
      case REDUCE_ONLY -> "only reduced";
      case FREEZE_WEIGHT -> "kept as it is";
    };
  }
}
