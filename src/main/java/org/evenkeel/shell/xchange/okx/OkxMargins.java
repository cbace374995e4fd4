package org.evenkeel.shell.xchange.okx;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.MaintenanceTiers;
import org.evenkeel.core.data.MarginView;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.MarginMemory;
import org.evenkeel.shell.xchange.ReplyRules;

/**
 * The position tiers of OKX's contracts: sizes in contracts, and the whole position at the rate of the tier it reaches.
 *
 * <p>Tiers belong to a family such as BTC-USDT; what is held of its dated contracts is taken to count together.
 * A call tells those of up to five families and is allowed ten times in two seconds.
 * Sources: OKX API v5, "Get position tiers"; OKX, "Tiered maintenance margin ratio rules" (position value times the rate of
 * the tier).
 *
 * <p>This class is thread-safe.
 */
final class OkxMargins {

  private static final int MOST_FAMILIES = 5;

  /** In units of a call that is allowed 20 times in two seconds. */
  private static final int WEIGHT = 2;

  private final OkxLink link;
  private final OkxMarketApi market;
  private final MarginMemory memory = new MarginMemory();

  OkxMargins(OkxLink link, OkxMarketApi market) {
    this.link = link;
    this.market = market;
  }

  /** What is asked for these contracts, from memory for a day. */
  Result<MarginView> of(List<OkxSymbol> symbols) {
    TreeMap<InstrumentId, OkxSymbol> byId = new TreeMap<>();
    symbols.forEach(symbol -> byId.put(symbol.id(), symbol));
    return memory.of(
        List.copyOf(byId.keySet()),
        link::now,
        aged ->
            read(aged.stream().flatMap(id -> Optional.ofNullable(byId.get(id)).stream()).toList()));
  }

  private Result<List<MaintenanceTiers>> read(List<OkxSymbol> symbols) {
    Result<List<MaintenanceTiers>> all = Result.ok(List.of());
    for (OkxKind kind : List.of(OkxKind.SWAP, OkxKind.FUTURES)) {
      List<OkxSymbol> some = symbols.stream().filter(symbol -> symbol.kind() == kind).toList();
      TreeSet<String> families = new TreeSet<>();
      some.forEach(symbol -> families.add(family(symbol)));
      List<String> names = List.copyOf(families);
      for (int i = 0; i < names.size(); i += MOST_FAMILIES) {
        List<String> asked = names.subList(i, Math.min(i + MOST_FAMILIES, names.size()));
        List<OkxSymbol> theirs =
            some.stream().filter(symbol -> asked.contains(family(symbol))).toList();
        all = all.then(before -> page(kind, asked, theirs).map(more -> joined(before, more)));
      }
    }
    return all;
  }

  private Result<List<MaintenanceTiers>> page(
      OkxKind kind, List<String> families, List<OkxSymbol> symbols) {
    Instant now = link.now();
    return ReplyRules.read(
        "the position tiers of " + families,
        link.ask(
            WEIGHT,
            "api/v5/public/position-tiers",
            () -> market.positionTiers(kind.instType(), "cross", String.join(",", families))),
        json -> tiers(symbols, json, now));
  }

  private static List<MaintenanceTiers> joined(
      List<MaintenanceTiers> some, List<MaintenanceTiers> more) {
    List<MaintenanceTiers> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static String family(OkxSymbol symbol) {
    return symbol.instrument().base() + "-" + symbol.instrument().quote();
  }

  static List<MaintenanceTiers> tiers(List<OkxSymbol> symbols, JsonNode json, Instant now) {
    TreeMap<String, List<JsonNode>> rows = new TreeMap<>();
    for (JsonNode row : OkxFields.rows(json)) {
      rows.computeIfAbsent(JsonFields.text(row, "instFamily"), name -> new ArrayList<>()).add(row);
    }
    List<MaintenanceTiers> all = new ArrayList<>();
    for (OkxSymbol symbol : symbols) {
      List<JsonNode> own = rows.get(family(symbol));
      if (own != null) {
        all.add(tiers(symbol, own, now));
      }
    }
    return all;
  }

  private static MaintenanceTiers tiers(OkxSymbol symbol, List<JsonNode> rows, Instant now) {
    List<JsonNode> inOrder = new ArrayList<>(rows);
    inOrder.sort(Comparator.comparing(row -> OkxFields.decimal(row, "tier")));
    List<MaintenanceTiers.Tier> tiers = new ArrayList<>();
    BigDecimal from = BigDecimal.ZERO;
    for (JsonNode row : inOrder) {
      tiers.add(
          new MaintenanceTiers.Tier(
              from, Ratio.of(OkxFields.decimal(row, "mmr")), OkxFields.decimal(row, "maxLever")));
      // What lies between the end of a tier and the beginning of the next is taken for the dearer.
      from = OkxFields.decimal(row, "maxSz");
    }
    return new MaintenanceTiers(
        symbol.id(),
        MaintenanceTiers.Unit.CONTRACTS,
        MaintenanceTiers.Charge.WHOLE,
        symbol.kind() == OkxKind.FUTURES ? family(symbol) + "@" + symbol.instrument().venue() : "",
        tiers,
        Optional.of(from),
        now);
  }
}
