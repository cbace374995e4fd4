package org.evenkeel.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.evenkeel.architecture.Targets.isInAny;
import static org.evenkeel.architecture.Targets.notDependOn;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Rules of the shell: one folder per outside technology, none knows another, the paper graph can send nothing. */
final class ShellRules {

  private static final String CONNECTION = "a connection";

  /** What Quartz's own interface for a foreign pool names; a statement, a result or a driver is not among it. */
  private static final List<String> HANDED_ON =
      List.of("java.sql.Connection", "java.sql.SQLException");

  /** Libraries that only some shell packages may see. */
  private static final List<Library> LIBRARIES =
      List.of(
          new Library(
              "the database",
              List.of("java.sql", "com.zaxxer", "org.flywaydb", "org.postgresql", "io.zonky"),
              List.of("jdbc")),
          new Library("a data source", List.of("javax.sql"), List.of("boot", "jdbc", "quartz")),
          new Library(CONNECTION, HANDED_ON, List.of("jdbc", "quartz")),
          new Library("Quartz", List.of("org.quartz"), List.of("quartz")),
          new Library("XChange", List.of("org.knowm", "si.mazi"), List.of("xchange")),
          new Library(
              "Resilience4j", List.of("io.github.resilience4j"), List.of("fault", "xchange")),
          new Library("picocli", List.of("picocli"), List.of("boot", "cli")),
          new Library("Javalin", List.of("io.javalin", "org.eclipse.jetty"), List.of("web")));

  /** What builds a proxy and what signs, with the classes that these are made of. */
  private static final List<String> CARRIERS =
      List.of(
          "org.knowm.xchange.BaseExchange",
          "org.knowm.xchange.ExchangeSpecification",
          "org.knowm.xchange.ExchangeSpecification$ResilienceSpecification",
          "org.knowm.xchange.client.ClientConfigCustomizer",
          "org.knowm.xchange.client.ExchangeRestProxyBuilder",
          "org.knowm.xchange.binance.BinanceExchange",
          "org.knowm.xchange.binance.dto.BinanceException",
          "org.knowm.xchange.binance.dto.marketdata.KlineInterval",
          "org.knowm.xchange.binance.service.BinanceHmacDigest");

  private final String root;

  ShellRules(String root) {
    this.root = root;
  }

  List<NamedRule> all() {
    List<NamedRule> rules = new ArrayList<>();
    for (Library library : LIBRARIES) {
      rules.add(new NamedRule("who sees " + library.name, whoSees(library)));
    }
    rules.add(new NamedRule("XChange carries and signs, and does nothing else", onlyCarries()));
    rules.add(new NamedRule("shell packages do not know each other", strangers()));
    rules.add(
        new NamedRule(
            "paper reaches no order writing",
            paperReachesNo(
                "order writing",
                t -> t.startsWith(shell() + ".xchange.") && t.contains(".trade."))));
    rules.add(
        new NamedRule(
            "paper reaches no secret",
            paperReachesNo(
                "secret, nor the place of one",
                t ->
                    t.startsWith(shell() + ".config.secret.")
                        || (t.startsWith(shell() + ".config.") && t.endsWith(".Secret")))));
    return rules;
  }

  private ArchRule whoSees(Library library) {
    List<String> allowed = library.seenBy.stream().map(name -> shell() + "." + name).toList();
    return classes()
        .that(DescribedPredicate.describe("are not in " + allowed, type -> !isInAny(type, allowed)))
        .should(notDependOn(library.name, library::contains));
  }

  /** No order, service or type of XChange's own: EXIT_* types, changeOrder, lost days and sizes come with those. */
  private static ArchRule onlyCarries() {
    return classes()
        .should(
            notDependOn(
                "more of XChange than its transport",
                target ->
                    isInAny(target, List.of("org.knowm")) && !CARRIERS.contains(target.getName())));
  }

  private ArchRule strangers() {
    return slices()
        .matching(shell() + ".(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(in("boot"), DescribedPredicate.alwaysTrue())
        .ignoreDependency(DescribedPredicate.alwaysTrue(), in("config"));
  }

  private DescribedPredicate<JavaClass> in(String name) {
    return DescribedPredicate.describe(
        "in " + name, type -> isInAny(type, List.of(shell() + "." + name)));
  }

  private ArchRule paperReachesNo(String what, Predicate<String> forbidden) {
    return classes()
        .that()
        .haveFullyQualifiedName(shell() + ".boot.PaperGraph")
        .should(new Unreachable(what, root, forbidden))
        .because("paper wiring contains no credential and no class that writes orders");
  }

  private String shell() {
    return root + ".shell";
  }

  /** A library by its packages, or by single classes; those of {@link #HANDED_ON} have a rule of their own. */
  private record Library(String name, List<String> members, List<String> seenBy) {

    boolean contains(JavaClass target) {
      if (HANDED_ON.contains(target.getName())) {
        return name.equals(CONNECTION);
      }
      return isInAny(target, members);
    }
  }
}
