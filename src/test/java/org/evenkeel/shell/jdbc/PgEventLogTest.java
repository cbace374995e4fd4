package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.cycle.LeaseLost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PgEventLogTest {

  private final Database database = Database.open(TestServer.freshDatabase());
  private final PgEventLog log = new PgEventLog(database, "paper");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void lines_come_back_in_their_order_and_streams_do_not_mix() {
    new PgEventLog(database, "other").append("x");
    log.append("a");
    log.append("b");

    assertThat(new PgEventLog(database, "paper").lines()).containsExactly("a", "b");
    assertThat(log.size()).isEqualTo(2);
    assertThat(new PgEventLog(database, "none").size()).isZero();
  }

  @Test
  void what_another_writer_appended_shows_in_the_size_and_stops_this_one_once() {
    PgEventLog other = new PgEventLog(database, "paper");
    log.append("a");
    assertThat(other.lines()).containsExactly("a");
    other.append("b");

    assertThat(log.size()).isEqualTo(2);
    assertThatThrownBy(() -> log.append("c")).isInstanceOf(LeaseLost.class);

    assertThat(log.lines()).containsExactly("a", "b");
    log.append("c");
    assertThat(other.lines()).containsExactly("a", "b", "c");
  }
}
