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
import org.evenkeel.core.catalog.Rolls;
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
