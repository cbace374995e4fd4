package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.assertj.core.util.Throwables;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.statement.AlertRow;
import org.evenkeel.core.statement.AlertTally;
import org.evenkeel.core.statement.Facts;
import org.evenkeel.cycle.Dossier;
import org.evenkeel.cycle.alerting.AlertDeed;
import org.evenkeel.cycle.alerting.AlertDeed.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alerts in PostgreSQL, and who may write what of them. */
class PgAlertBookTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

  private final Database database = Database.attach(TestServer.emptiedDatabase());
  private final PgAlertBook bot = PgAlertBook.ofBot(database);
  private final PgAlertBook watcher = PgAlertBook.ofWatcher(database);
  private final PgAlertControls controls = new PgAlertControls(database);

  @AfterEach
  void close() {
    database.close();
  }

  private static AlertDeed deed(Kind kind, String subject, String channel, long second) {
    return new AlertDeed(
        kind, subject, NOON, channel, kind + " " + second, NOON.plusSeconds(second));
  }

  private AlertTally tally() {
    return new PgRecords(database, Currency.of("USDT")).status().alerts();
  }

  @Test
  void an_alert_has_what_became_of_it_by_channel_and_a_repeated_record_changes_nothing() {
    List<AlertDeed> deeds =
        List.of(
            deed(Kind.RAISED, "journal", "", 0),
            deed(Kind.FAILED, "journal", "phone", 1),
            deed(Kind.FAILED, "journal", "boss", 2));
    bot.record(deeds);
    assertThat(tally()).isEqualTo(new AlertTally(1, 1, 1));
    bot.record(deeds);
    bot.record(List.of(deed(Kind.SENT, "journal", "boss", 3)));
    watcher.record(List.of(deed(Kind.RAISED, "watch", "", 0)));
    assertThat(tally()).isEqualTo(new AlertTally(2, 2, 0));

    AlertRow row = bot.standing().get(0);
    assertThat(bot.standing()).hasSize(1);
    assertThat(row.message()).isEqualTo("RAISED 0");
    assertThat(row.raisedAt()).isEqualTo(NOON);
    AlertRow.Channel boss = row.channels().get(0);
    assertThat(boss.name()).isEqualTo("boss");
    assertThat(boss.sent()).isEqualTo(1);
    assertThat(boss.lastSentAt()).contains(NOON.plusSeconds(3));
    assertThat(boss.isFailing()).isFalse();
    AlertRow.Channel phone = row.channels().get(1);
    assertThat(phone.lastSentAt()).isEmpty();
    assertThat(phone.lastFailure()).isEqualTo("FAILED 1");
    assertThat(phone.isFailing()).isTrue();
    assertThat(watcher.standing()).extracting(AlertRow::subject).containsExactly("watch");
    assertThat(new PgAuditTrail(database).verify(List.of()).fault()).isEmpty();
  }

  @Test
  void one_person_takes_it_up_once_and_only_while_it_stands() {
    bot.record(List.of(deed(Kind.RAISED, "journal", "", 0), deed(Kind.RAISED, "lock 7", "", 0)));
    long journal = bot.standing().get(0).number();

    assertThat(controls.acknowledge(journal, "ann", "looking")).isTrue();
    assertThat(controls.acknowledge(journal, "bob", "me too")).isFalse();
    assertThat(controls.acknowledge(99, "ann", "what?")).isFalse();
    assertThat(bot.standing().get(0).acknowledged().orElseThrow().author()).isEqualTo("ann");
    assertThat(tally()).isEqualTo(new AlertTally(2, 1, 0));
    assertThat(controls.alerts(0))
        .extracting(AlertRow::subject)
        .containsExactly("lock 7", "journal");

    bot.record(List.of(deed(Kind.CLEARED, "lock 7", "", 9)));
    assertThat(controls.acknowledge(journal + 1, "ann", "late")).isFalse();
    assertThat(controls.alerts(0)).extracting(AlertRow::subject).containsExactly("journal");
    assertThat(controls.alerts(1)).extracting(AlertRow::subject).contains("lock 7");
    assertThat(new PgAuditTrail(database).verify(List.of()).fault()).isEmpty();
  }

  @Test
  void the_log_and_the_report_tell_of_alerts_and_of_who_took_them_up() {
    bot.record(
        List.of(deed(Kind.RAISED, "journal", "", 0), deed(Kind.SENT, "journal", "phone", 2)));
    controls.acknowledge(1, "ann", "looking");
    bot.record(List.of(deed(Kind.CLEARED, "journal", "", 60)));
    PgDossier dossier = new PgDossier(database);

    Facts facts = dossier.facts(Dossier.Kind.ALERTS, Instant.EPOCH, EVER);
    List<String> row = facts.rows().get(0);
    assertThat(facts.cell(row, "subject")).isEqualTo("journal");
    assertThat(facts.cell(row, "seconds_to_first_call")).isEqualTo("2");
    assertThat(facts.cell(row, "taken_up_by")).isEqualTo("ann: looking");
    assertThat(facts.cell(row, "over")).startsWith("2026-11-23 12:01");
    assertThat(dossier.facts(Dossier.Kind.EVENTS, Instant.EPOCH, EVER).rows())
        .extracting(line -> line.get(2) + " " + line.get(4))
        .contains("alert bot: RAISED 0", "alert SENT phone SENT 2", "alert CLEARED CLEARED 60")
        .anyMatch(line -> line.startsWith("alert-ack waits -> acknowledged by ann: looking"));
  }

  @Test
  void no_process_speaks_for_a_person_and_nothing_is_taken_back() {
    bot.record(List.of(deed(Kind.RAISED, "journal", "", 0)));
    String ack = "insert into alert_ack (alert_id, author, reason) values (1, 'ann', 'x')";
    String raise =
        "insert into alert (source, subject, message, raised_at) values ('bot', 'x', 'x', now())";

    refuses(DatabaseRole.BOT, ack);
    refuses(DatabaseRole.WATCHER, ack);
    refuses(DatabaseRole.READER, ack);
    refuses(DatabaseRole.OPERATOR, raise);
    for (String table : List.of("alert", "alert_event", "alert_ack")) {
      refuses(DatabaseRole.BOT, "delete from " + table);
    }
  }

  private void refuses(DatabaseRole role, String statement) {
    assertThatThrownBy(() -> database.as(role).write("try", sql -> sql.update(statement)))
        .as(role + " " + statement)
        .satisfies(thrown -> assertThat(Throwables.getStackTrace(thrown)).contains("42501"));
  }
}
