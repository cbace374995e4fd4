package org.evenkeel.shell.xchange.okx.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.KeyReport;
import org.evenkeel.cycle.KeyReport.Answer;
import org.evenkeel.cycle.KeyRights;
import org.evenkeel.shell.xchange.Environments;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.okx.OkxFields;
import org.evenkeel.shell.xchange.okx.OkxLink;

/**
 * What OKX says of a key.
 *
 * <p>Source: "Get account configuration" (api/v5/account/config): 'perm' lists the rights, of which 'withdraw' also sends
 * money to other accounts; 'ip' lists the addresses, and is empty where every address may use the key.
 *
 * <p>This class is thread-safe.
 */
final class OkxKeyRights implements KeyRights {

  private final OkxLink link;
  private final OkxCalls calls;

  OkxKeyRights(OkxLink link, OkxCalls calls) {
    this.link = link;
    this.calls = calls;
  }

  @Override
  public Result<KeyReport> read() {
    return ReplyRules.read("the key's rights", calls.configuration(), this::report);
  }

  private KeyReport report(JsonNode json) {
    JsonNode row = OkxFields.row(json);
    List<String> rights = List.of(JsonFields.text(row, "perm").split(",", -1));
    JsonNode addresses = row.path("ip");
    if (!addresses.isTextual()) {
      throw new UnreadableReply("'ip' is missing");
    }
    boolean mayWithdraw = rights.contains("withdraw");
    return new KeyReport(
        link.venue(),
        Environments.of(link.settings().url()),
        Optional.of(JsonFields.text(row, "uid")),
        Answer.of(rights.contains("trade")),
        Answer.of(mayWithdraw),
        Answer.of(mayWithdraw),
        Answer.of(!addresses.textValue().isBlank()),
        Optional.empty(),
        link.now());
  }
}
