package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.contract.JournalExamples;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.parity.SleeveAdjustments;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.cycle.DecidedExamples;
import org.evenkeel.cycle.DecisionInputs;
import org.evenkeel.cycle.Replay;
import org.evenkeel.cycle.ReplayReport;
import org.evenkeel.cycle.Replayed;
import org.evenkeel.shell.simulate.CycleEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decisions of a bot, kept in PostgreSQL and made again from there. */
class PgDecisionsTest {

  private static final List<CycleEntry> CYCLES = DecidedExamples.inARow(3);

  private Database database;
  private PgJournal journal;
  private PgDecisions decisions;

  @BeforeEach
  void open() {
    database = Database.attach(TestServer.emptiedDatabase());
    PgLease lease = new PgLease(database, "evenkeel", "tester", Duration.ofSeconds(60));
    assertThat(lease.tryAcquire()).isTrue();
    journal = new PgJournal(database, lease);
    journal.openRun(JournalExamples.manifest("first-run"), JournalExamples.ids("4f7q"));
    decisions = new PgDecisions(database);
  }

  private void begin(CycleEntry entry) {
    journal.beginCycle(entry.slot(), entry.slot().dueAt());
  }

  private void end(CycleEntry entry, CycleStatus status, String reason) {
    journal.endCycle(
        entry.slot().cycleId(),
        entry.slot().dueAt().plusSeconds(9),
        status,
        reason,
        Optional.empty(),
        new TreeMap<>());
  }

  private void keep(CycleEntry entry, DecisionInputs inputs) {
    begin(entry);
    journal.keepInputs(entry.slot().cycleId(), inputs);
    entry
        .documents()
        .forEach((stage, body) -> journal.keepDocument(entry.slot().cycleId(), stage, body));
    journal.commitIntents(DecidedExamples.intents(entry));
    end(entry, CycleStatus.DONE, "");
  }

  private void keepAll() {
    CYCLES.forEach(entry -> keep(entry, entry.inputs().orElseThrow()));
  }

  private static CycleId id(int number) {
    return CYCLES.get(number).slot().cycleId();
  }

  private Replayed replayed(int number) {
    return new Replay(decisions).of(decisions.of(id(number)).orElseThrow());
  }

  @Test
  void every_decision_is_the_same_when_it_is_made_again_from_the_database_alone() {
    keepAll();
    ReplayReport report = ReplayReport.of(decisions, 100, () -> 0);
    assertThat(report.exceptions()).isEmpty();
    assertThat(report.same()).isEqualTo(3);
    assertThat(replayed(2).stages())
        .extracting(Replayed.Stage::name)
        .containsExactly(
            "pegs",
            "gate",
            "estimate",
            "sizing",
            "target",
            "overlay",
            "plan",
            "intents",
            "explanation");
    assertThat(ReplayReport.of(decisions, 2, () -> 0).same()).isEqualTo(2);
    assertThat(ReplayReport.of(decisions, 100, () -> 0).hash()).isEqualTo(report.hash());
    assertThat(ReplayReport.of(decisions, 2, () -> 0).hash()).isNotEqualTo(report.hash());
    assertThat(report.orders()).isPositive();
    assertThat(report.explained()).isEqualTo(report.orders());
  }

  @Test
  void an_order_of_another_quantity_than_its_explanation_is_counted() {
    CycleEntry entry = CYCLES.get(0);
    begin(entry);
    entry
        .documents()
        .forEach((stage, body) -> journal.keepDocument(entry.slot().cycleId(), stage, body));
    Intent planned = DecidedExamples.intents(entry).getFirst();
    Contracts other = Contracts.of(planned.quantity().value().add(BigDecimal.ONE));
    journal.commitIntents(
        List.of(
            new Intent(
                planned.cycle(),
                planned.instrument(),
                planned.leg(),
                planned.side(),
                other,
                planned.reduceOnly(),
                planned.arrivalPrice())));
    end(entry, CycleStatus.DONE, "");
    assertThat(ReplayReport.of(decisions, 9, () -> 0).misexplained()).isEqualTo(1);
    assertThat(ReplayReport.of(decisions, 9, () -> 0).explained()).isZero();
  }

  @Test
  void inputs_that_are_not_those_of_the_decision_show_at_the_first_stage_and_field_that_differ() {
    DecisionInputs inputs = CYCLES.get(0).inputs().orElseThrow();
    TreeMap<SleeveId, Ratio> halved = new TreeMap<>();
    halved.put(SleeveId.of("btc"), Ratio.of("0.5"));
    keep(
        CYCLES.get(0),
        new DecisionInputs(
            inputs.rules(),
            inputs.market(),
            inputs.account(),
            inputs.heldOut(),
            inputs.clocks(),
            new SleeveAdjustments(new TreeMap<>(), halved, inputs.adjustments().excluded()),
            inputs.standing(),
            inputs.score(),
            inputs.earlier(),
            inputs.ordered(),
            inputs.next(),
            inputs.brake(),
            inputs.charges(),
            inputs.pegs()));
    Replayed replayed = replayed(0);
    assertThat(replayed.state()).isEqualTo(Replayed.State.DIFFERENT);
    assertThat(replayed.detail()).isEqualTo("target differs");
    assertThat(replayed.difference().orElseThrow().field()).startsWith("targets.");
  }

  @Test
  void a_stage_that_was_written_over_shows_by_its_hash() {
    keepAll();
    rewrite(
        "update cycle_document set body = replace(body::text, 'toward', 'TOWARD')::json"
            + " where stage = 'plan'",
        "cycle_document");
    assertThat(replayed(0).detail()).contains("plan").contains("not the content");
  }

  @Test
  void an_input_that_was_written_over_shows_by_its_name() {
    keepAll();
    rewrite(
        "update observation set body = (select body from observation where kind = 'rules' limit 1)"
            + " where kind = 'basis'",
        "observation");
    assertThat(replayed(0).state()).isEqualTo(Replayed.State.DIFFERENT);
    assertThat(replayed(0).detail()).contains("basis").contains("not the content");
  }

  /** As an intruder with all rights would: the schema forbids it to everybody else. */
  private void rewrite(String statement, String table) {
    database.write(
        "forge",
        sql -> {
          sql.update("set local role none");
          sql.update("alter table " + table + " disable trigger all");
          int rows = sql.update(statement);
          sql.update("alter table " + table + " enable trigger all");
          assertThat(rows).isPositive();
          return rows;
        });
  }

  @Test
  void a_cycle_of_before_is_told_apart_from_one_that_differs_and_from_one_without_a_decision() {
    CycleEntry old = CYCLES.get(0);
    begin(old);
    journal.keepDocument(old.slot().cycleId(), "gate", new TreeMap<>());
    database.write(
        "keep what older versions kept",
        sql ->
            sql.update(
                "insert into observation (hash, kind, body, text_length, run_id, epoch)"
                    + " select ?, 'market', ''::bytea, 0, run_id, epoch from cycle",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    end(old, CycleStatus.DONE, "");
    begin(CYCLES.get(1));
    end(CYCLES.get(1), CycleStatus.HELD, "VENUE_UNAVAILABLE: no answer");
    assertThat(replayed(0).state()).isEqualTo(Replayed.State.NOT_REPLAYABLE);
    assertThat(replayed(1).state()).isEqualTo(Replayed.State.NOTHING_DECIDED);
    ReplayReport report = ReplayReport.of(decisions, 9, () -> 0);
    assertThat(report.notReplayable()).isEqualTo(1);
    assertThat(report.undecided()).isEqualTo(1);
    assertThat(report.different()).isZero();
  }

  @Test
  void inputs_that_this_version_cannot_read_are_different_and_not_passed_over() {
    CycleEntry entry = CYCLES.get(0);
    DecisionInputs inputs = entry.inputs().orElseThrow();
    TreeMap<String, String> parts = new TreeMap<>(InputCodec.parts(inputs));
    ObjectNode basis = Documents.read(parts.get(InputCodec.BASIS), ObjectNode.class);
    basis.remove("standing");
    parts.put(InputCodec.BASIS, Documents.text(basis));
    begin(entry);
    journal.cycles().keepInputs(entry.slot().cycleId(), parts);
    end(entry, CycleStatus.DONE, "");
    assertThat(replayed(0).state()).isEqualTo(Replayed.State.DIFFERENT);
    assertThat(replayed(0).detail()).contains("cannot be read").contains("standing");
  }

  @Test
  void the_inputs_of_a_cycle_and_the_last_plan_are_read_by_the_bot_too() {
    keepAll();
    assertThat(journal.inputs(id(1)).orThrow()).isEqualTo(CYCLES.get(1).inputs().orElseThrow());
    assertThat(journal.lastPlanned(id(2))).contains(id(1));
    assertThat(decisions.explanation(id(1)).orElseThrow().before()).contains(id(0).value());
  }

  @Test
  void what_cycles_have_in_common_is_stored_once() {
    keepAll();
    long rules =
        database.read(
            "count",
            sql ->
                sql.one(
                    "select count(*) as n from observation where kind = 'rules'",
                    row -> row.number("n")));
    assertThat(rules).isEqualTo(1);
  }
}
