package org.evenkeel.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenkeel.core.basics.Result;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.okx.OkxRefusals;
import org.evenkeel.shell.xchange.okx.PublicDecoders;
import org.evenkeel.shell.xchange.okx.trade.SignedDecoders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every message of OKX that lies beside the repository, in {@code fixtures/okx}: decoded, refused with a reason that is
 * written down here, or of an endpoint that is not used.
 */
class OkxRecordingsTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Messages of endpoints that are used, with words of the reason for which they are refused. */
  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          Map.entry("GetAccountLeverage.json", "one row was expected, found 2"),
          // The three bars of the sample have one and the same time.
          Map.entry("GetKlines.json", "out of order"),
          Map.entry("GetKlineHistory.json", "out of order"),
          // The sample has its bars oldest first; the venue gives the newest first.
          Map.entry("http_get_candlesticks.json", "out of order"),
          Map.entry("GetOrderDetails.json", "sized in the quote coin"),
          Map.entry("GetOrderHistory.json", "sized in the quote coin"),
          Map.entry("GetOrderArchive.json", "sized in the quote coin"),
          // Samples with words in place of numbers, or with letters that OKX does not take.
          Map.entry("http_place_order_response.json", "does not match"),
          Map.entry("http_transaction_detail.json", "'billId' is not a number"),
          Map.entry("http_transaction_detail_empty_fee.json", "'billId' is not a number"),
          Map.entry("GetAccountPositions.json", "one side of a hedge"),
          Map.entry("SetAccountLeverage.json", "not that of cross margin"),
          Map.entry("http_get_positions.json", "one side of a hedge"));

  /** What nautilus calls its samples of endpoints that are used. */
  private static final Map<String, String> NAUTILUS =
      Map.ofEntries(
          Map.entry("http_get_account_balance.json", "GET /api/v5/account/balance"),
          Map.entry("http_get_positions.json", "GET /api/v5/account/positions"),
          Map.entry("http_get_candlesticks.json", "GET /api/v5/market/candles"),
          Map.entry("http_get_candlesticks_full.json", "GET /api/v5/market/candles"),
          Map.entry(
              "http_get_funding_rate_history.json", "GET /api/v5/public/funding-rate-history"),
          Map.entry("http_get_index_price.json", "GET /api/v5/market/index-tickers"),
          Map.entry("http_get_mark_price.json", "GET /api/v5/public/mark-price"),
          Map.entry("http_get_orders_history.json", "GET /api/v5/trade/orders-history"),
          Map.entry("http_get_orders_pending.json", "GET /api/v5/trade/orders-pending"),
          Map.entry(
              "http_get_orders_pending_with_attached_tp_sl.json",
              "GET /api/v5/trade/orders-pending"),
          Map.entry("http_get_instruments_spot.json", "GET /api/v5/public/instruments"),
          Map.entry("http_get_instruments_swap.json", "GET /api/v5/public/instruments"),
          Map.entry("http_get_instruments_futures.json", "GET /api/v5/public/instruments"),
          Map.entry("http_place_order_response.json", "POST /api/v5/trade/order"),
          Map.entry("http_transaction_detail.json", "GET /api/v5/trade/fills"),
          Map.entry("http_transaction_detail_empty_fee.json", "GET /api/v5/trade/fills"));

  private final SortedMap<String, Function<JsonNode, Object>> decoders = new TreeMap<>();
  private Path folder;

  @BeforeEach
  void start() {
    Optional<Path> found =
        Stream.of(System.getProperty("evenkeel.shared", "../shared"), "../../shared")
            .map(path -> Path.of(path, "fixtures", "okx"))
            .filter(Files::isDirectory)
            .findFirst();
    assumeThat(found)
        .as("skipped: no folder ../shared/fixtures/okx with recorded messages")
        .isPresent();
    folder = found.orElseThrow();
    decoders.putAll(PublicDecoders.all());
    decoders.putAll(SignedDecoders.all());
  }

  /** A file with a message: which endpoint it is of, and what was answered. */
  private record Message(String file, String endpoint, JsonNode json) {}

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return MAPPER.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("the message " + file + " cannot be read", e);
    }
  }

  private static Message message(Path file) {
    JsonNode root = read(file);
    String name = file.getFileName().toString();
    if (root.has("method") && root.has("response")) {
      String path = root.path("path").asText(root.path("url").asText());
      path = path.replaceFirst("^https://[^/]*", "").replaceFirst("[?].*$", "");
      return new Message(name, root.path("method").asText() + " " + path, root.path("response"));
    }
    return new Message(name, NAUTILUS.getOrDefault(name, "not used"), enveloped(root));
  }

  /** Samples of single rows get the envelope that they came in, without changing a field. */
  private static JsonNode enveloped(JsonNode root) {
    if (root.has("data") && root.has("code")) {
      return root;
    }
    ObjectNode envelope = MAPPER.createObjectNode().put("code", "0").put("msg", "");
    envelope.putArray("data").add(root);
    return envelope;
  }

  private Result<Object> decoded(Message message) {
    return ReplyRules.judged(
        message.file(), () -> decoders.get(message.endpoint()).apply(message.json()));
  }

  @Test
  void every_sample_of_other_projects_is_decoded_or_refused_for_a_reason_that_is_written_down() {
    List<String> unexplained = new ArrayList<>();
    int decoded = 0;
    int refused = 0;
    int unsupported = 0;
    for (Path file : files(folder.resolve("upstream_tests"))) {
      if (!file.toString().endsWith(".json")) {
        unsupported++;
        continue;
      }
      Message message = message(file);
      boolean isListing = message.endpoint().endsWith("public/instruments");
      if (!decoders.containsKey(message.endpoint())) {
        unsupported++;
      } else if (isListing) {
        decoded++;
        unexplained.addAll(unexplainedRows(message));
      } else {
        switch (decoded(message)) {
          case Result.Ok<Object> ok -> {
            decoded++;
            if (REFUSED.containsKey(message.file())) {
              unexplained.add(message.file() + " is decoded, though it is listed as refused");
            }
          }
          case Result.Refused<Object> no -> {
            refused++;
            String reason = REFUSED.getOrDefault(message.file(), "nothing is listed");
            if (!no.refusal().detail().contains(reason)) {
              unexplained.add(message.file() + ": " + no.refusal().detail());
            }
          }
        }
      }
    }
    System.out.println(
        "OKX, samples of other projects: %d decoded, %d refused, %d unsupported"
            .formatted(decoded, refused, unsupported));
    assertThat(unexplained).isEmpty();
    assertThat(decoded).isGreaterThan(20);
  }

  /** A row of a listing is a specification, or of a kind that is not traded. */
  private static List<String> unexplainedRows(Message message) {
    List<String> unexplained = new ArrayList<>();
    for (JsonNode row : message.json().path("data")) {
      Result<Object> spec = ReplyRules.judged("row", () -> PublicDecoders.spec(row));
      if (spec instanceof Result.Refused<Object> no && !isKnown(row, no.refusal().detail())) {
        unexplained.add(
            message.file() + " " + row.path("instId").asText() + ": " + no.refusal().detail());
      }
    }
    return unexplained;
  }

  private static boolean isKnown(JsonNode row, String detail) {
    boolean isListedOnly = row.path("state").asText().matches("preopen|test");
    boolean isOneLetter = row.path("baseCcy").asText().length() == 1;
    return isOneLetter || detail.contains("no name for") || isListedOnly;
  }

  @Test
  void every_spot_market_and_swap_of_the_recorded_listings_linear_or_inverse_has_a_specification() {
    int decoded = 0;
    int refused = 0;
    int spots = 0;
    List<String> unexplained = new ArrayList<>();
    for (Path file : files(folder.resolve("recorded"))) {
      if (!file.toString().endsWith(".json")) {
        continue;
      }
      Message message = message(file);
      assertThat(new OkxRefusals().in(200, message.json())).isEmpty();
      for (JsonNode row : message.json().path("data")) {
        switch (ReplyRules.judged("row", () -> PublicDecoders.spec(row))) {
          case Result.Ok<Object> ok -> {
            decoded++;
            spots += row.path("instType").asText().equals("SPOT") ? 1 : 0;
          }
          case Result.Refused<Object> no -> {
            refused++;
            if (!isKnown(row, no.refusal().detail())) {
              unexplained.add(row.path("instId").asText() + ": " + no.refusal().detail());
            }
          }
        }
      }
    }
    System.out.println(
        "OKX, recorded listings: %d rows decoded (%d of them spot markets), %d refused"
            .formatted(decoded, spots, refused));
    assertThat(unexplained).isEmpty();
    assertThat(decoded).isGreaterThan(1000);
    assertThat(refused).isPositive();
  }
}
