package org.evenkeel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product's own classes keep every rule. */
class ArchitectureTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.evenkeel");

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void the_product_keeps_the_rule(NamedRule named) {
    named.rule().check(PRODUCT);
  }

  @Test
  void the_rules_look_at_the_product_and_not_at_nothing() {
    assertThat(PRODUCT).extracting("name").contains("org.evenkeel.core.basics.Money");
    assertThat(PRODUCT).extracting("name").doesNotContain(ArchitectureTest.class.getName());
  }

  @Test
  void the_folder_listing_is_the_data_flow() {
    assertThat(Stages.STAGES).isSorted();
    assertThat(Stages.STAGES).containsAll(Stages.EXACT_STAGES);
    assertThat(PRODUCT)
        .filteredOn(type -> type.getPackageName().startsWith("org.evenkeel.core."))
        .allSatisfy(
            type -> assertThat(Stages.STAGES).contains(type.getPackageName().split("\\.", -1)[3]));
  }

  static List<NamedRule> rules() {
    return rulesFor("org.evenkeel");
  }

  static List<NamedRule> rulesFor(String root) {
    List<NamedRule> rules = new ArrayList<>();
    rules.addAll(new CoreRules(root).all());
    rules.addAll(new WholeRules(root).all());
    rules.addAll(new ShellRules(root).all());
    rules.addAll(new WatchRules(root).all());
    return List.copyOf(rules);
  }
}
