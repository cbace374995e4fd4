package org.evenkeel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule fails on classes that break it: a rule that cannot fail protects nothing. */
class RulesHaveTeethTest {

  private static final String BAD = "org.evenkeel.architecture.bad";

  private static final JavaClasses BAD_CLASSES = new ClassFileImporter().importPackages(BAD);

  /** What the report of each rule must name. */
  private static final Map<String, List<String>> BITES =
      Map.ofEntries(
          Map.entry("a stage knows no later stage", List.of("KnowsLater")),
          Map.entry("core uses only allowed packages", List.of("AtomicLong", "java.io.File")),
          Map.entry("only estimate and parity use the matrix library", List.of("DMatrixRMaj")),
          Map.entry(
              "core never iterates in hash order",
              List.of("HashMap.<init>", "Map.copyOf", "Set.of", "Collectors.toSet")),
          Map.entry(
              "core formats with a Locale",
              List.of("String.format(", "String.formatted(", "String.toLowerCase(")),
          Map.entry("core keeps no changing state", List.of("OrderHelper.calls")),
          Map.entry("core closes its class hierarchies", List.of("OrderHelper")),
          Map.entry("core names say what a thing is", List.of("OrderHelper")),
          Map.entry("money is never a binary float", List.of("uses double", "uses [F")),
          Map.entry("cycle knows core and plain Java only", List.of("org.slf4j.Logger")),
          Map.entry("ports are interfaces", List.of("Venue")),
          Map.entry(
              "only the shell has clock, chance, locale and threads",
              List.of(
                  "Instant.now",
                  "System.nanoTime",
                  "System.currentTimeMillis",
                  "System.out",
                  "UUID.randomUUID",
                  "ZoneId.systemDefault",
                  "Random.<init>",
                  "parallelStream")),
          Map.entry("only the shell sleeps", List.of("Thread.sleep")),
          Map.entry(
              "decimals are compared by value", List.of("BigDecimal.equals", "BigDecimal.<init>")),
          Map.entry("no cycles between packages", List.of("core.basics", "core.plan")),
          Map.entry("no public static that changes", List.of("SeesEverything.counter")),
          Map.entry("no generic exceptions", List.of("java.lang.RuntimeException")),
          Map.entry("no names that say nothing", List.of("OrderHelper")),
          Map.entry("who sees the database", List.of("java.sql.Statement", "quartz.ReadsTables")),
          Map.entry("who sees a connection", List.of("java.sql.Connection")),
          Map.entry("who sees a data source", List.of("javax.sql.DataSource")),
          Map.entry("who sees Quartz", List.of("org.quartz.Job")),
          Map.entry("who sees XChange", List.of("org.knowm.xchange.Exchange")),
          Map.entry("who sees Resilience4j", List.of("CircuitBreaker")),
          Map.entry("who sees picocli", List.of("picocli.CommandLine")),
          Map.entry("who sees Javalin", List.of("SeesJavalin")),
          Map.entry(
              "XChange carries and signs, and does nothing else",
              List.of("OrderType.EXIT_BID", "TradeService.changeOrder")),
          Map.entry("shell packages do not know each other", List.of("SeesEverything")),
          Map.entry(
              "paper reaches no order writing",
              List.of("boot.PaperGraph -> org.evenkeel.architecture.bad.shell.config.Settings ->")),
          Map.entry(
              "the watcher has a code path of its own", List.of("org.evenkeel.cycle.Journal")),
          Map.entry("the watcher sends nothing", List.of("Peeks.close")),
          Map.entry("paper reaches no secret", List.of("config.Mode$Live -> ", "config.Secret")));

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void the_rule_fails_where_it_is_broken(NamedRule named) {
    String report = named.rule().evaluate(BAD_CLASSES).getFailureReport().toString();
    assertThat(report).contains(BITES.get(named.name()));
  }

  @Test
  void no_rule_is_without_teeth() {
    assertThat(rules()).extracting(NamedRule::name).containsOnlyOnceElementsOf(BITES.keySet());
    assertThat(rules()).hasSameSizeAs(BITES.keySet());
  }

  @Test
  void a_rule_spares_what_is_allowed() {
    assertThat(report("who sees Javalin")).doesNotContain("SeesEverything");
    assertThat(report("who sees a connection")).doesNotContain("ReadsTables");
    assertThat(report("only the shell sleeps")).doesNotContain("SeesEverything");
    assertThat(report("shell packages do not know each other")).doesNotContain("PaperGraph");
  }

  private static String report(String name) {
    NamedRule found =
        rules().stream().filter(rule -> rule.name().equals(name)).findFirst().orElseThrow();
    return found.rule().evaluate(BAD_CLASSES).getFailureReport().toString();
  }

  static List<NamedRule> rules() {
    return ArchitectureTest.rulesFor(BAD);
  }
}
