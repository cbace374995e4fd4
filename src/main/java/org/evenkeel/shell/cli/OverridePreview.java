package org.evenkeel.shell.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.shell.config.AppConfig;

/** The decision of now beside the one under other overrides, or the reason why there is no telling. */
final class OverridePreview {

  private OverridePreview() {}

  static WhatIfPreview of(
      Cli cli, AppConfig config, UnaryOperator<List<OperatorOverride>> overrides, String words) {
    try {
      return cli.operations().planUnder(config, overrides, words);
    } catch (CommandFailed e) {
      return new WhatIfPreview(
          cli.wall().instant(),
          List.of(words),
          Optional.of(Refusal.of(RefusalReason.VENUE_UNAVAILABLE, String.valueOf(e.getMessage()))),
          Optional.empty(),
          Optional.empty());
    }
  }
}
