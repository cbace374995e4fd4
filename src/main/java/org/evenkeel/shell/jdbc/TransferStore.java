package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.settle.FlowClass;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.settle.TransferEntry;
import org.evenkeel.core.settle.TransferState;
import org.evenkeel.core.settle.WalletTransfer;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.cycle.TransferRecords;

/** Transfers in PostgreSQL; every order of a person and every end leaves an audit row. */
final class TransferStore implements TransferRecords {

  private static final String ALL =
      """
      select transfer_id, from_wallet, to_wallet, currency, amount, author, approver, reason, recorded_at, state,
        sent_at, reference, detail, recorded_at < clock_timestamp() - make_interval(secs => ?) as is_late
      from wallet_transfer_now
      """;

  private static final String ORDERED = ALL + " order by transfer_id";

  private static final String ONE = ALL + " where transfer_id = ?";

  private static final String INSERT =
      """
      insert into wallet_transfer (from_wallet, to_wallet, currency, amount, author, approver, reason)
      values (?, ?, ?, ?, ?, ?, ?) returning transfer_id
      """;

  private static final String STEP =
      """
      insert into wallet_transfer_event (transfer_id, step, state, reference, detail, at, run_id, epoch)
      select ?, 1 + count(*), ?, ?, ?, ?, ?, ? from wallet_transfer_event where transfer_id = ?
      """;

  private final Fence fence;

  TransferStore(Fence fence) {
    this.fence = fence;
  }

  @Override
  public List<TransferEntry> transfers() {
    return fence.read("read the transfers", TransferStore::all);
  }

  /** Every transfer, oldest first. */
  static List<TransferEntry> all(Sql sql) throws SQLException {
    return sql.list(ORDERED, TransferStore::entry, (double) Request.LIFE.toSeconds());
  }

  private static TransferEntry entry(Row row) throws SQLException {
    return new TransferEntry(
        row.number("transfer_id"),
        new WalletTransfer(
            new Wallet(row.text("from_wallet")),
            new Wallet(row.text("to_wallet")),
            new Money(row.decimal("amount"), Currency.of(row.text("currency")))),
        row.text("author"),
        row.text("approver"),
        row.text("reason"),
        row.instant("recorded_at"),
        row.bool("is_late"),
        TransferState.valueOf(row.text("state")),
        row.maybeInstant("sent_at"),
        row.text("reference"),
        row.text("detail"));
  }

  private static TransferEntry one(Sql sql, long number) throws SQLException {
    return sql.one(ONE, TransferStore::entry, (double) Request.LIFE.toSeconds(), number);
  }

  @Override
  public long enter(WalletTransfer transfer, RequestRow agreed) {
    return fence.write(
        "enter a transfer",
        (sql, stamp) ->
            insert(sql, transfer, agreed.author(), agreed.decidedBy(), agreed.reason()));
  }

  /** Enters what persons want, with its audit row. */
  static long insert(
      Sql sql, WalletTransfer transfer, String author, String approver, String reason)
      throws SQLException {
    long id =
        sql.one(
            INSERT,
            row -> row.number("transfer_id"),
            transfer.from().value(),
            transfer.to().value(),
            transfer.amount().currency().value(),
            transfer.amount().amount(),
            author,
            approver,
            reason);
    Audit.enter(sql, "transfer", "#" + id, "", transfer.toString(), author, reason);
    return id;
  }

  /** Ends a transfer by a person's word; false if it is not open. */
  static boolean giveUp(Sql sql, long number, String author, String reason) throws SQLException {
    boolean isOpen =
        all(sql).stream().anyMatch(entry -> entry.number() == number && entry.state().isOpen());
    if (isOpen) {
      sql.update(
          "insert into wallet_transfer_end (transfer_id, author, reason) values (?, ?, ?)",
          number,
          author,
          reason);
      Audit.enter(sql, "transfer-give-up", "#" + number, "open", "given up", author, reason);
    }
    return isOpen;
  }

  @Override
  public TransferEntry advance(
      TransferEntry before, TransferState to, String reference, String detail, Instant at) {
    return fence.write(
        "write down that transfer " + before.number() + " is " + to,
        (sql, stamp) -> {
          TransferState stored = one(sql, before.number()).state();
          if (stored != before.state() || !to.mayFollow(stored)) {
            throw new IllegalStateException(
                "transfer " + before.number() + " is " + stored + " and cannot be " + to);
          }
          sql.update(
              STEP,
              before.number(),
              to.name(),
              reference,
              detail,
              at,
              stamp.runId(),
              stamp.epoch(),
              before.number());
          TransferEntry after = one(sql, before.number());
          if (!to.isOpen()) {
            Audit.enter(
                sql,
                "transfer-end",
                "#" + before.number(),
                before.state().name(),
                to.name(),
                before.persons(),
                before.transfer() + (detail.isEmpty() ? "" : ": " + detail));
          }
          return after;
        });
  }

  @Override
  public void explain(TransferEntry transfer, long flow, Instant at) {
    fence.write(
        "explain the flow " + flow,
        (sql, stamp) -> {
          sql.update(
              "insert into wallet_transfer_flow (transfer_id, flow_number) values (?, ?)",
              transfer.number(),
              flow);
          return PgAccounting.classify(
              sql,
              flow,
              new FlowEntry.Classification(
                  FlowClass.TRANSFER,
                  transfer.author(),
                  transfer.approver(),
                  "transfer " + transfer.number() + ": " + transfer.reason(),
                  at));
        });
  }
}
