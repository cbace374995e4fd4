package org.evenkeel.shell.xchange.okx.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.okx.OkxFields;
import org.jspecify.annotations.Nullable;

/**
 * Lists that OKX gives newest first and pages by the id of a bill: each page is asked for what comes before the last one.
 *
 * <p>A page is the last one if it is short; one that cannot be read, or that does not lead further back, refuses all.
 */
final class OkxPages {

  /** Rows of one page, the most that the venue gives. */
  static final int PAGE = 100;

  private static final int MOST_PAGES = 200;

  private OkxPages() {}

  /** Asks for the rows before a bill, or for the newest ones. */
  interface Question {
    Reply before(@Nullable String billId);
  }

  /** Reads pages into a table by bill id until a short one, or until one has a row that is enough. */
  static Result<SortedMap<BigInteger, JsonNode>> all(
      String what, Question question, Predicate<JsonNode> isEnough) {
    TreeMap<BigInteger, JsonNode> found = new TreeMap<>();
    String before = null;
    for (int i = 0; i < MOST_PAGES; i++) {
      String cursor = before;
      Result<List<JsonNode>> page =
          ReplyRules.read(what, question.before(cursor), json -> rows(json, cursor));
      if (page instanceof Result.Refused<List<JsonNode>> refused) {
        return Result.refused(refused.refusal());
      }
      List<JsonNode> rows = page.orThrow();
      rows.forEach(row -> found.put(billId(row), row));
      if (rows.size() < PAGE || rows.stream().anyMatch(isEnough)) {
        return Result.ok(found);
      }
      before = billId(rows.getLast()).toString();
    }
    return Result.refused(
        RefusalReason.VENUE_UNAVAILABLE, what + " do not end after " + MOST_PAGES + " pages");
  }

  private static List<JsonNode> rows(JsonNode json, @Nullable String before) {
    List<JsonNode> rows = new ArrayList<>();
    @Nullable BigInteger last = before == null ? null : new BigInteger(before);
    for (JsonNode row : OkxFields.rows(json)) {
      BigInteger id = billId(row);
      if (last != null && id.compareTo(last) >= 0) {
        throw new UnreadableReply("the rows are not in order, newest first");
      }
      last = id;
      rows.add(row);
    }
    return rows;
  }

  static BigInteger billId(JsonNode row) {
    String text = JsonFields.text(row, "billId");
    if (!text.matches("[0-9]{1,30}")) {
      throw new UnreadableReply("'billId' is not a number");
    }
    return new BigInteger(text);
  }
}
