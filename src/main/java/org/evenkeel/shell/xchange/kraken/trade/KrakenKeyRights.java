package org.evenkeel.shell.xchange.kraken.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.KeyReport;
import org.evenkeel.cycle.KeyReport.Answer;
import org.evenkeel.cycle.KeyRights;
import org.evenkeel.shell.xchange.Environments;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.kraken.KrakenLink;

/**
 * What Kraken's spot market says of a key.
 *
 * <p>Source: docs.kraken.com, Spot REST, "Get API Key Info": 'permissions' lists the rights by name, 'ipAllowlist' is empty
 * where every address may use the key, 'validUntil' is in seconds and 0 without an end, and the account goes by its IIBAN.
 * A right that the documentation does not name may be one to send money away, so it is taken for not reported.
 *
 * <p>This class is thread-safe.
 */
final class KrakenKeyRights implements KeyRights {

  /** What the adapter needs to trade and to read what it traded. */
  private static final List<String> NEEDED =
      List.of(
          "query-funds",
          "query-open-trades",
          "query-closed-trades",
          "modify-trades",
          "close-trades",
          "query-ledger");

  private static final List<String> SENDS_AWAY =
      List.of("withdraw-funds", "add-withdraw-address", "update-withdraw-address");

  private static final List<String> HARMLESS =
      List.of("add-funds", "earn-funds", "export-data", "create-ws-token");

  private final KrakenLink link;
  private final SpotCalls calls;

  KrakenKeyRights(KrakenLink link, SpotCalls calls) {
    this.link = link;
    this.calls = calls;
  }

  @Override
  public Result<KeyReport> read() {
    return ReplyRules.read(
        "the key's rights",
        calls.ask(1, "GetApiKeyInfo", (api, s) -> api.apiKeyInfo(s.nonce(), s.apiKey(), s.sign())),
        json -> report(json.path("result")));
  }

  KeyReport report(JsonNode key) {
    List<String> rights = new ArrayList<>();
    JsonFields.array(key, "permissions").forEach(right -> rights.add(right.asText("")));
    Answer sendsAway = sendsAway(rights);
    return new KeyReport(
        link.venue(),
        Environments.of(link.settings().url()),
        Optional.of(JsonFields.text(key, "iban")),
        Answer.of(rights.containsAll(NEEDED)),
        sendsAway,
        sendsAway,
        Answer.of(!JsonFields.array(key, "ipAllowlist").isEmpty()),
        end(key),
        link.now());
  }

  private static Answer sendsAway(List<String> rights) {
    if (rights.stream().anyMatch(SENDS_AWAY::contains)) {
      return Answer.YES;
    }
    return rights.stream().allMatch(right -> NEEDED.contains(right) || HARMLESS.contains(right))
        ? Answer.NO
        : Answer.NOT_REPORTED;
  }

  private static Optional<Instant> end(JsonNode key) {
    BigDecimal seconds = JsonFields.decimal(key, "validUntil");
    return seconds.signum() == 0
        ? Optional.empty()
        : Optional.of(SpotOrderReader.seconds(key, "validUntil"));
  }
}
