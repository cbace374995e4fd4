package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import org.evenkeel.core.statement.SignedOrder;

/** The list of who did what; a row is written in the transaction of the deed. */
final class Audit {

  private static final String INSERT =
      """
      insert into audit (action, subject, before, after, author, reason)
      values (?, ?, ?, ?, ?, ?) returning audit_id
      """;

  private static final String SIGN =
      """
      insert into audit_signature (audit_id, signer, key_id, nonce, message, signature)
      values (?, ?, ?, ?, ?, ?)
      """;

  private Audit() {}

  static int enter(
      Sql sql,
      String action,
      String subject,
      String before,
      String after,
      String author,
      String reason)
      throws SQLException {
    long id =
        sql.one(
            INSERT, row -> row.number("audit_id"), action, subject, before, after, author, reason);
    if (sql.seal().isPresent()) {
      SignedOrder order =
          sql.seal().orElseThrow().sign(action, subject, before, after, author, reason);
      sql.update(
          SIGN,
          id,
          order.signer(),
          order.keyId(),
          order.nonce(),
          order.message(),
          order.signature());
    }
    return 1;
  }
}
