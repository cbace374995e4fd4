package org.evenkeel.shell.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.route.ClientOrderIds;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.cycle.OfflineRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of an offline flatten: what was written is read, and what was not written whole is not believed. */
class OfflineFileTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final Slot SLOT = new Slot("default", NOON, Slot.Occasion.FLATTEN);

  @TempDir Path folder;

  private static OfflineRun.Order order(int number) {
    Intent intent =
        new Intent(
            SLOT.cycleId(),
            InstrumentId.of("BTC-USDT-PERP@binance"),
            number,
            Side.SELL,
            Contracts.of("0.5"),
            true,
            Price.of("50000.05"));
    OrderTicket ticket =
        new OrderTicket(
            ClientOrderIds.offline("ab1cd", intent.id()),
            intent.instrument(),
            intent.side(),
            intent.quantity(),
            Price.of("49900"),
            TimeInForce.IOC,
            true,
            NOON,
            NOON.plusSeconds(5));
    return new OfflineRun.Order(intent, ticket, NOON.plusMillis(number), Optional.empty());
  }

  private static SendOutcome accepted(OrderTicket ticket) {
    return new SendOutcome.Accepted(
        new VenueOrder(
            ticket.clientOrderId(),
            VenueOrderId.of("77"),
            ticket.instrument(),
            ticket.side(),
            ticket.orderQty(),
            Contracts.of("0.25"),
            new BigDecimal("49950.5"),
            VenueOrder.Status.EXPIRED,
            "IOC",
            true,
            NOON.plusMillis(9)));
  }

  private OfflineFile create() {
    return OfflineFile.create(folder, "ab1cd", SLOT, "ann", "the \"database\" burns\n");
  }

  private Path file() {
    return folder.resolve("flatten-ab1cd.ndjson");
  }

  private List<OfflineRun> read() {
    return new OfflineFolder(folder).read().orThrow();
  }

  @Test
  void what_was_written_is_read() {
    try (OfflineFile file = create()) {
      file.wrote(order(1));
      file.answered(order(1).ticket().clientOrderId(), new SendOutcome.Unknown("timeout"), NOON);
      file.wrote(order(2));
      file.answered(
          order(2).ticket().clientOrderId(), new SendOutcome.Rejected("-2022", "no"), NOON);
      file.wrote(order(3));
      file.answered(order(1).ticket().clientOrderId(), accepted(order(1).ticket()), NOON);
      file.ended("flat", NOON.plusSeconds(9));
    }
    assertThat(read())
        .containsExactly(
            new OfflineRun(
                SLOT,
                "ann",
                "the \"database\" burns\n",
                List.of(
                    answered(order(1), accepted(order(1).ticket())),
                    answered(order(2), new SendOutcome.Rejected("-2022", "no")),
                    order(3)),
                Optional.of(NOON.plusSeconds(9)),
                "flat"));
  }

  private static OfflineRun.Order answered(OfflineRun.Order order, SendOutcome answer) {
    return new OfflineRun.Order(order.intent(), order.ticket(), order.at(), Optional.of(answer));
  }

  @Test
  void a_file_cut_anywhere_tells_what_its_whole_lines_say() throws IOException {
    try (OfflineFile file = create()) {
      file.wrote(order(1));
      file.wrote(order(2));
    }
    String whole = Files.readString(file());
    List<String> lines = whole.lines().toList();
    for (int cut = 0; cut <= whole.length(); cut += 7) {
      Files.createDirectories(folder);
      Files.writeString(file(), whole.substring(0, cut));
      int complete = (int) whole.substring(0, cut).chars().filter(c -> c == '\n').count();
      List<OfflineRun> runs = read();
      assertThat(runs).as("cut at " + cut).hasSize(complete == 0 ? 0 : 1);
      runs.forEach(run -> assertThat(run.orders()).hasSize(complete - 1));
      if (complete == 0) {
        Files.delete(folder.resolve("imported").resolve(file().getFileName()));
      }
    }
    assertThat(lines).hasSize(3);
  }

  @Test
  void a_damaged_line_before_the_last_refuses_the_whole_file() throws IOException {
    try (OfflineFile file = create()) {
      file.wrote(order(1));
      file.wrote(order(2));
    }
    String whole = Files.readString(file());
    Files.writeString(file(), whole.replaceFirst("\"quantity\":\"0.5\"", "\"quantity\":\"5.0\""));
    assertThat(new OfflineFolder(folder).read().toString()).contains("line 2 is damaged");
    List<String> lines = whole.lines().toList();
    Files.writeString(file(), lines.get(0) + "\n" + lines.get(2) + "\n" + lines.get(2) + "\n");
    assertThat(new OfflineFolder(folder).read().toString()).contains("line 2 is damaged");
  }

  @Test
  void a_flatten_that_still_runs_is_not_taken_in() {
    try (OfflineFile file = create()) {
      file.wrote(order(1));
      assertThat(new OfflineFolder(folder).read())
          .isInstanceOf(Result.Refused.class)
          .asString()
          .contains("still runs");
    }
    assertThat(read()).hasSize(1);
  }

  @Test
  void what_was_taken_in_is_put_aside_and_not_deleted() {
    create().close();
    OfflineFolder inbox = new OfflineFolder(folder);
    assertThat(inbox.isEmpty()).isFalse();
    inbox.archive(inbox.read().orThrow().get(0));
    assertThat(inbox.isEmpty()).isTrue();
    assertThat(folder.resolve("imported/flatten-ab1cd.ndjson")).exists();
  }

  @Test
  void its_orders_are_of_this_product_and_of_no_database() {
    assertThat(order(1).ticket().clientOrderId().value()).matches("ekFab1cd[0-9a-z]{10}");
    assertThat(ClientOrderIds.isOurs(order(1).ticket().clientOrderId())).isTrue();
    assertThat(ClientOrderIds.isOffline(order(1).ticket().clientOrderId())).isTrue();
    assertThat(ClientOrderIds.isOfAnotherIncarnation(order(1).ticket().clientOrderId(), "4f7q"))
        .isFalse();
    assertThat(
            ClientOrderIds.isOffline(
                ClientOrderIds.derived("f7q2", order(1).intent().id(), 1, Instant.EPOCH)))
        .isFalse();
  }
}
