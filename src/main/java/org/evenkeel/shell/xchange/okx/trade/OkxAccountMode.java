package org.evenkeel.shell.xchange.okx.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicReference;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.okx.OkxFields;
import org.evenkeel.shell.xchange.okx.OkxKind;
import org.jspecify.annotations.Nullable;

/**
 * The account's level and position mode, and the trade mode that follows for orders.
 *
 * <p>Spot orders trade in 'cash' where coins are no collateral (level 2, futures mode) and in 'cross' where they are
 * (level 3, multi-currency margin); swaps trade in 'cross'.
 *
 * <p>This class is thread-safe.
 */
final class OkxAccountMode {

  /** What the venue says about the account. */
  record Configuration(String level, String positionMode, boolean borrows) {}

  private final OkxCalls calls;
  private final AtomicReference<@Nullable Configuration> known = new AtomicReference<>();

  OkxAccountMode(OkxCalls calls) {
    this.calls = calls;
  }

  /** The configuration, read now. */
  Result<Configuration> read() {
    Result<Configuration> answer =
        ReplyRules.read(
            "the account's configuration", calls.configuration(), OkxAccountMode::configuration);
    if (answer instanceof Result.Ok<Configuration> ok) {
      known.set(ok.value());
    }
    return answer;
  }

  static Configuration configuration(JsonNode json) {
    JsonNode row = OkxFields.row(json);
    return new Configuration(
        JsonFields.text(row, "acctLv"),
        JsonFields.text(row, "posMode"),
        "true".equals(row.path("autoLoan").asText()));
  }

  /** The 'tdMode' of an order; for the spot market the level is read if it never was. */
  Result<String> tradeMode(OkxKind kind) {
    if (kind.isContract()) {
      return Result.ok("cross");
    }
    Configuration remembered = known.get();
    Result<Configuration> configuration = remembered == null ? read() : Result.ok(remembered);
    return configuration.then(
        found ->
            switch (found.level()) {
              case "2" -> Result.ok("cash");
              case "3" -> Result.ok("cross");
              default ->
                  Result.refused(
                      RefusalReason.VENUE_REJECTED,
                      "the account's level is "
                          + found.level()
                          + "; set Account mode to Futures or Multi-currency margin at OKX");
            });
  }
}
