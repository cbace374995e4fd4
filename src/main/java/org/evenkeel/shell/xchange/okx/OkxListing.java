package org.evenkeel.shell.xchange.okx;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Result;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;

/**
 * What OKX publishes about its instruments, read at most once in {@link OkxSettings#specificationAge} for each kind.
 *
 * <p>This class is thread-safe.
 */
public final class OkxListing {

  private final OkxLink link;
  private final OkxMarketApi market;
  private final Map<OkxKind, Page> cached = new EnumMap<>(OkxKind.class);

  private record Page(Instant readAt, SortedMap<String, JsonNode> entries) {}

  OkxListing(OkxLink link, OkxMarketApi market) {
    this.link = link;
    this.market = market;
  }

  /** The entries of a kind by the venue's names, from memory if they are fresh. */
  public synchronized Result<SortedMap<String, JsonNode>> read(OkxKind kind) {
    Instant now = link.now();
    Page known = cached.get(kind);
    if (known != null && isFresh(known, now)) {
      return Result.ok(known.entries());
    }
    Result<SortedMap<String, JsonNode>> answer =
        ReplyRules.read(
            "the list of instruments " + kind,
            link.ask(1, "api/v5/public/instruments", () -> market.instruments(kind.instType())),
            OkxListing::byInstId);
    if (answer instanceof Result.Ok<SortedMap<String, JsonNode>> ok) {
      cached.put(kind, new Page(now, ok.value()));
    }
    return answer;
  }

  private boolean isFresh(Page page, Instant now) {
    Duration age = Duration.between(page.readAt(), now);
    return !age.isNegative() && age.compareTo(link.settings().specificationAge()) <= 0;
  }

  static SortedMap<String, JsonNode> byInstId(JsonNode json) {
    TreeMap<String, JsonNode> entries = new TreeMap<>();
    for (JsonNode entry : OkxFields.rows(json)) {
      entries.put(JsonFields.text(entry, "instId"), entry);
    }
    if (entries.isEmpty()) {
      throw new UnreadableReply("the list of instruments is empty");
    }
    return entries;
  }
}
