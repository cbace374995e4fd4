package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.contract.InputExamples;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.Rolls;
import org.evenkeel.core.data.FundingView;
import org.evenkeel.core.data.MarginView;
import org.evenkeel.core.plan.ChoiceSettings;
import org.evenkeel.core.plan.PegWatch;
import org.evenkeel.cycle.DecisionInputs;
import org.junit.jupiter.api.Test;

class InputCodecTest {

  private static final DecisionInputs INPUTS = InputExamples.inputs("100.50", "1000");

  @Test
  void inputs_come_back_equal_and_write_the_same_texts() {
    SortedMap<String, String> parts = InputCodec.parts(INPUTS);
    DecisionInputs read = InputCodec.read(parts);
    assertThat(read).isEqualTo(INPUTS);
    assertThat(InputCodec.parts(read)).isEqualTo(parts);
  }

  /** A component that nothing stores would come back as it is in no cycle. */
  @Test
  void every_component_is_in_exactly_one_part() throws ReflectiveOperationException {
    SortedMap<String, String> parts = InputCodec.parts(INPUTS);
    TreeSet<String> stored = new TreeSet<>(parts.keySet());
    stored.remove(InputCodec.BASIS);
    Documents.read(
            parts.get(InputCodec.BASIS), com.fasterxml.jackson.databind.node.ObjectNode.class)
        .fieldNames()
        .forEachRemaining(name -> assertThat(stored.add(name)).as(name).isTrue());
    assertThat(stored)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(DecisionInputs.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
  }

  /** As they were before funding, margins, alternatives, the choice among them, cash rules and pegs were in them. */
  @Test
  void inputs_of_earlier_versions_are_read_as_if_nothing_of_the_new_were_there() {
    DecisionInputs example = InputExamples.inputs("100.50", "1000");
    TreeMap<String, String> parts = new TreeMap<>(InputCodec.parts(example));
    parts.computeIfPresent("market", (name, text) -> without(text, "funding", "margins"));
    parts.computeIfPresent(
        "rules", (name, text) -> without(text, "choice", "treasury", "alternatives"));
    parts.computeIfPresent(
        InputCodec.BASIS, (name, text) -> without(text, "pegs", "choices", "advice"));
    DecisionInputs read = InputCodec.read(parts);
    assertThat(read.market().funding()).isEqualTo(FundingView.none());
    assertThat(read.market().margins()).isEqualTo(MarginView.none());
    assertThat(read.pegs()).isEqualTo(PegWatch.none());
    assertThat(read.rules().universe().alternatives()).isEmpty();
    assertThat(read.rules().plan().choice()).isEqualTo(ChoiceSettings.defaults());
    assertThat(read.rules().plan().treasury().marginBuffer()).isEqualTo(Ratio.ZERO);
    assertThat(read.ordered().orElseThrow().plan().advice()).isEmpty();
    assertThat(read.account()).isEqualTo(example.account());
    assertThat(read.standing()).isEqualTo(example.standing());
  }

  private static String without(String text, String... names) {
    ObjectNode tree = Documents.read(text, ObjectNode.class);
    for (String name : names) {
      tree.findParents(name).forEach(parent -> ((ObjectNode) parent).remove(name));
    }
    return Documents.text(tree);
  }

  /** Otherwise the round trip would prove nothing of it. */
  @Test
  void no_component_of_the_example_is_empty() throws ReflectiveOperationException {
    for (RecordComponent component : DecisionInputs.class.getRecordComponents()) {
      String text = Documents.text(component.getAccessor().invoke(INPUTS));
      assertThat(text).as(component.getName()).matches("(?s).*[0-9].*");
    }
  }

  @Test
  void inputs_that_lack_a_component_are_refused_by_name() {
    TreeMap<String, String> parts = new TreeMap<>(InputCodec.parts(INPUTS));
    parts.computeIfPresent(
        InputCodec.BASIS, (name, text) -> text.replace("\"standing\"", "\"upright\""));
    assertThatThrownBy(() -> InputCodec.read(parts))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching("(?s).*(standing|upright).*");
  }

  @Test
  void rules_of_a_cycle_from_before_any_leg_was_rolled_roll_nothing() {
    TreeMap<String, String> parts = new TreeMap<>(InputCodec.parts(INPUTS));
    ObjectNode rules = Documents.read(parts.get("rules"), ObjectNode.class);
    ((ObjectNode) rules.get("universe")).remove("rolls");
    parts.put("rules", rules.toString());
    assertThat(InputCodec.read(parts).rules().universe().rolls()).isEqualTo(Rolls.NONE);
  }
}
