package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.core.statement.RuleOfTwo;
import org.evenkeel.cycle.Requests;

/**
 * The rule of two in PostgreSQL: each step is one transaction with its audit row, and the schema refuses what breaks the
 * rule whoever writes.
 *
 * <p>Needs no lease and no daemon. This class is thread-safe.
 */
public final class PgRequests implements Requests {

  private static final String INSERT =
      """
      insert into request (kind, subject, payload, request_hash, author, reason)
      values (?, ?, ?, ?, ?, ?) returning request_id
      """;

  private static final String DECIDE =
      """
      insert into request_decision (request_id, is_approved, request_hash, author, reason)
      values (?, ?, ?, ?, ?)
      """;

  private final Database database;

  public PgRequests(Database database) {
    this.database = database.as(DatabaseRole.OPERATOR);
  }

  @Override
  public RequestRow ask(Request request, String author, String reason) {
    return database.write(
        "record a request",
        sql -> {
          long number =
              sql.one(
                  INSERT,
                  row -> row.number("request_id"),
                  request.kind(),
                  request.subject(),
                  request.payload(),
                  request.hash().value(),
                  author,
                  reason);
          Audit.enter(
              sql,
              "request",
              "#" + number + " " + request.subject(),
              "",
              request.kind() + " " + request.hash(),
              author,
              reason);
          return RequestRows.byNumber(sql, number).orElseThrow();
        });
  }

  @Override
  public Result<RequestRow> approve(long number, ContentHash seen, String author, String reason) {
    return decide(
        number, "approve", author, reason, row -> RuleOfTwo.approval(row, number, seen, author));
  }

  @Override
  public Result<RequestRow> reject(long number, String author, String reason) {
    return decide(number, "reject", author, reason, row -> RuleOfTwo.rejection(row, number));
  }

  private interface Rule {
    Optional<Refusal> objection(Optional<RequestRow> row);
  }

  private Result<RequestRow> decide(
      long number, String action, String author, String reason, Rule rule) {
    return database.write(
        action + " the request " + number,
        sql -> {
          Optional<RequestRow> row = RequestRows.byNumber(sql, number);
          Optional<Refusal> objection = rule.objection(row);
          return objection.isPresent()
              ? Result.refused(objection.get())
              : Result.ok(decided(sql, row.orElseThrow(), action, author, reason));
        });
  }

  private static RequestRow decided(
      Sql sql, RequestRow row, String action, String author, String reason) throws SQLException {
    boolean isApproved = action.equals("approve");
    sql.update(DECIDE, row.number(), isApproved, row.hash().value(), author, reason);
    String subject = "#" + row.number() + " " + row.request().subject();
    Audit.enter(sql, action, subject, "asked by " + row.author(), "" + row.hash(), author, reason);
    return RequestRows.byNumber(sql, row.number()).orElseThrow();
  }

  @Override
  public List<RequestRow> requests(boolean all) {
    return database.read("read the requests", sql -> RequestRows.newestFirst(sql, all));
  }
}
