package org.evenkeel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.contract.JournalExamples.NOON;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.policy.CanaryStart;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.cycle.AcceptedConfig;
import org.evenkeel.cycle.ConfigControls;
import org.evenkeel.cycle.ConfigRequests;
import org.evenkeel.cycle.Controls;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.Requests;
import org.evenkeel.cycle.RunManifest;
import org.junit.jupiter.api.Test;

/** What a {@link Journal} must do with configurations and with starts that are new in some way. */
interface ConfigContract {

  /** A new and empty memory of the leader. */
  Journal journal();

  /** The operator's hand on the same memory. */
  Controls controls();

  /** The operators' side of the rule of two on the same memory. */
  Requests requests();

  @Test
  default void a_configuration_is_kept_under_its_hash_and_accepted_in_order() {
    ConfigControls configs = controls().configs();
    assertThat(configs.accepted()).isEmpty();
    assertThat(journal().configs().newest()).isEmpty();

    ContentHash first = configs.keep("a=1\nb=2");
    assertThat(configs.keep("a=1\nb=2")).isEqualTo(first).isEqualTo(ContentHash.ofText("a=1\nb=2"));
    ContentHash second = configs.keep("a=1\nb=3");
    configs.accept(first, "ann", "the first");
    configs.accept(second, "ben", "less of b");

    assertThat(configs.accepted())
        .containsExactly(
            new AcceptedConfig(1, first, "a=1\nb=2", "ann", "the first", Optional.empty()),
            new AcceptedConfig(2, second, "a=1\nb=3", "ben", "less of b", Optional.empty()));
    assertThat(journal().configs().newest()).contains(second);
    assertThat(journal().configs().isKept(first)).isTrue();
    assertThat(journal().configs().isKept(ContentHash.ofText("other"))).isFalse();
  }

  @Test
  default void a_text_that_nobody_has_kept_is_not_accepted() {
    assertThatThrownBy(
            () -> controls().configs().accept(ContentHash.ofText("never"), "ann", "so be it"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void what_two_persons_have_agreed_on_is_accepted_once_with_the_agreement() {
    ConfigControls configs = controls().configs();
    ContentHash config = configs.keep("a=5");
    RequestRow asked =
        requests()
            .ask(
                ConfigRequests.accept(config, Optional.empty(), List.of("a: 1 -> 5")),
                "ann",
                "more");
    assertThat(configs.approved()).isEmpty();
    RequestRow agreed =
        requests().approve(asked.number(), asked.hash(), "ben", "looked at it").orThrow();
    assertThat(configs.approved())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.hash()).isEqualTo(config);
              assertThat(row.text()).isEqualTo("a=5");
              assertThat(row.agreement().orElseThrow().request().number())
                  .isEqualTo(asked.number());
            });

    journal()
        .together(
            "carry out",
            () -> {
              journal().configs().accept(agreed, config);
              journal().approvals().conclude(agreed, true, "accepted");
              return true;
            });

    assertThat(configs.approved()).isEmpty();
    assertThat(configs.accepted())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.author()).isEqualTo("ann and ben");
              assertThat(row.agreement()).isPresent();
            });
    assertThatThrownBy(() -> journal().configs().accept(agreed, config))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void
      the_newest_start_with_something_new_is_remembered_and_an_ordinary_one_changes_nothing() {
    assertThat(journal().limits().newestCanary()).isEmpty();
    assertThat(controls().configs().lastRun().orElseThrow().config()).isEmpty();
    ContentHash config = controls().configs().keep("a=1");
    RunManifest ordinary = JournalExamples.manifest("ordinary");
    journal()
        .openRun(
            new RunManifest(
                JournalExamples.manifest("upgraded").runId(),
                "rehearsal",
                "2.0",
                config.value(),
                NOON,
                Optional.of("version 2.0 after 1.0")),
            JournalExamples.ids("4f7q"));
    CanaryStart began = new CanaryStart(NOON, "version 2.0 after 1.0");
    assertThat(journal().limits().newestCanary()).contains(began);
    assertThat(controls().configs().lastRun())
        .contains(new ConfigControls.LastRun("2.0", Optional.of("a=1")));

    journal().openRun(ordinary, JournalExamples.ids("4f7q"));
    assertThat(journal().limits().newestCanary()).contains(began);
    assertThat(controls().configs().lastRun().orElseThrow().version())
        .isEqualTo(ordinary.version());
  }
}
