package org.evenkeel.shell.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightRuleChecksTest {

  @TempDir Path directory;
  private ConfigRig rig;

  @BeforeEach
  void rig() {
    rig = new ConfigRig(directory);
  }

  @Test
  void a_smallest_weight_is_not_above_the_largest() {
    assertThat(rig.errors(sleeve("min_weight_fraction: 0.5\n    max_weight_fraction: 0.4")))
        .anySatisfy(
            error ->
                assertThat(error)
                    .contains(
                        "sleeves[0].min_weight_fraction: found 0.5, above the max_weight_fraction;"
                            + " write at most 0.4"));
  }

  @Test
  void the_largest_weights_reach_one() {
    assertThat(rig.errors(sleeve("max_weight_fraction: 0.4")))
        .containsExactly(
            "my.yml:4: sleeves: the largest weights add up to 0.4;"
                + " write max_weight_fraction so that they add up to at least 1");
  }

  @Test
  void a_class_is_one_that_a_sleeve_has_and_is_named_once() {
    String text =
        ConfigRig.REHEARSAL
            + "classes: [ { name: alts, max_weight_fraction: 0.4 }, { name: majors }, { name: majors } ]\n";

    assertThat(rig.errors(text))
        .containsExactly(
            "my.yml:8: classes[0].name: found 'alts', which no sleeve has; write one of majors",
            "my.yml:8: classes[2].name: found majors again; write each class once");
  }

  private static String sleeve(String more) {
    return ConfigRig.REHEARSAL.replace("class: majors", "class: majors\n    " + more);
  }
}
