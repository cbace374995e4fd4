package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.util.Optional;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.core.statement.SignedAgreement;
import org.evenkeel.core.statement.SignedOrder;

/**
 * The signatures of a request and of its approval, as stored, before the judge of them.
 *
 * @param judge knows the persons
 */
record RequestProof(ApprovalProof judge) {

  private static final String SIGNED =
      """
      select s.signer, s.key_id, s.nonce, s.message, s.signature
      from audit a join audit_signature s using (audit_id)
      where a.action = ? and a.subject = ? order by audit_id desc limit 1
      """;

  /** Whether two persons have agreed on an approved request. */
  boolean holds(Sql sql, RequestRow row) throws SQLException {
    SignedAgreement stored = agreement(sql, row);
    return judge.holds(row, stored.asked(), stored.approved(), row.askedAt(), stored.approvedAt());
  }

  /** An approved request with the signatures that are stored beside it. */
  static SignedAgreement agreement(Sql sql, RequestRow row) throws SQLException {
    String subject = "#" + row.number() + " " + row.request().subject();
    return new SignedAgreement(
        row,
        signed(sql, "request", subject),
        signed(sql, "approve", subject),
        sql.one(
            "select recorded_at from request_decision where request_id = ?",
            each -> each.instant("recorded_at"),
            row.number()));
  }

  private static Optional<SignedOrder> signed(Sql sql, String action, String subject)
      throws SQLException {
    return sql.first(
        SIGNED,
        row ->
            new SignedOrder(
                row.text("signer"),
                row.text("key_id"),
                row.text("nonce"),
                row.text("message"),
                row.text("signature")),
        action,
        subject);
  }
}
