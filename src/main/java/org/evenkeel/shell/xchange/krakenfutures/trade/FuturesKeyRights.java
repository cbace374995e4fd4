package org.evenkeel.shell.xchange.krakenfutures.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.KeyReport;
import org.evenkeel.cycle.KeyReport.Answer;
import org.evenkeel.cycle.KeyRights;
import org.evenkeel.shell.xchange.Environments;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesLink;

/**
 * What Kraken Futures says of a key.
 *
 * <p>Source: docs.kraken.com, Futures, "Check v3 API key": 'general' and 'transfer' are NO_ACCESS, READ_ONLY or
 * FULL_ACCESS. Nothing leaves the venue from here: a withdrawal goes to the account's own spot wallet.
 * Whether full access to transfers reaches other accounts, the venue does not say.
 *
 * <p>This class is thread-safe.
 */
final class FuturesKeyRights implements KeyRights {

  private static final String FULL = "FULL_ACCESS";

  private final KrakenFuturesLink link;
  private final FuturesCalls calls;

  FuturesKeyRights(KrakenFuturesLink link, FuturesCalls calls) {
    this.link = link;
    this.calls = calls;
  }

  @Override
  public Result<KeyReport> read() {
    return ReplyRules.read(
        "the key's rights",
        calls.ask(
            1, "api-keys/v3/check", (api, s) -> api.checkedKey(s.apiKey(), s.nonce(), s.authent())),
        this::report);
  }

  KeyReport report(JsonNode key) {
    JsonNode rights = key.path("permissions");
    return new KeyReport(
        link.venue(),
        Environments.of(link.settings().url()),
        Optional.of(JsonFields.text(key, "accountUid")),
        Answer.of(JsonFields.text(rights, "general").equals(FULL)),
        Answer.NO,
        switch (JsonFields.text(rights, "transfer")) {
          case "NO_ACCESS", "READ_ONLY" -> Answer.NO;
          default -> Answer.NOT_REPORTED;
        },
        Answer.of(isRestricted(JsonFields.array(key, "allowedCidrBlocks"))),
        Optional.empty(),
        link.now());
  }

  /** A block of all addresses is no restriction. */
  private static boolean isRestricted(JsonNode blocks) {
    for (JsonNode block : blocks) {
      if (block.asText("").endsWith("/0")) {
        return false;
      }
    }
    return !blocks.isEmpty();
  }
}
