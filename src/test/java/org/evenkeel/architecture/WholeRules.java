package org.evenkeel.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.evenkeel.architecture.Targets.dependOnlyOn;
import static org.evenkeel.architecture.Targets.isIn;
import static org.evenkeel.architecture.Targets.isInAny;
import static org.evenkeel.architecture.Targets.member;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** Rules about the cycle and about the code as a whole. */
final class WholeRules {

  /** What the cycle needs from outside: each is an interface that a shell package implements. */
  private static final Set<String> PORTS =
      Set.of(
          "Alerts",
          "Approvals",
          "Accounting",
          "Clock",
          "Controls",
          "CycleLease",
          "EventLog",
          "FundingFeed",
          "Ids",
          "Journal",
          "MarketData",
          "Records",
          "Venue");

  /** The one class that turns the solver's binary floats into decimals; it rounds them by name. */
  private static final String NAMED_CROSSING = ".core.parity.TargetWeights";

  private static final List<String> NOT_FOR_THE_CYCLE =
      List.of("java.io", "java.net", "java.nio.file", "java.sql", "java.util.logging");

  private static final DescribedPredicate<JavaAccess<?>> OUTSIDE_WORLD =
      DescribedPredicate.<JavaAccess<?>>describe(
              "a clock of java.time",
              access ->
                  isIn(access.getTargetOwner(), "java.time")
                      && (access.getTarget().getName().equals("now")
                          || access.getTarget().getName().startsWith("system")
                          || access.getTarget().getName().startsWith("tick")))
          .or(
              member(
                  "java.lang.System",
                  "console",
                  "currentTimeMillis",
                  "err",
                  "exit",
                  "getLogger",
                  "getProperty",
                  "getenv",
                  "identityHashCode",
                  "in",
                  "nanoTime",
                  "out"))
          .or(member("java.lang.Math", "random"))
          .or(member("java.lang.StrictMath", "random"))
          .or(member("java.util.Date", "<init>"))
          .or(member("java.util.Locale", "getDefault"))
          .or(member("java.util.Random", "<init>"))
          .or(member("java.util.SplittableRandom", "<init>"))
          .or(member("java.security.SecureRandom", "<init>"))
          .or(member("java.util.concurrent.ThreadLocalRandom", "current"))
          .or(member("java.util.TimeZone", "getDefault"))
          .or(member("java.util.UUID", "randomUUID"))
          .or(parallelism());

  private final String root;

  WholeRules(String root) {
    this.root = root;
  }

  List<NamedRule> all() {
    return List.of(
        new NamedRule("cycle knows core and plain Java only", cycleKnowsCore()),
        new NamedRule("ports are interfaces", portsAreInterfaces()),
        new NamedRule("only the shell has clock, chance, locale and threads", noOutsideWorld()),
        new NamedRule("only the shell sleeps", onlyTheShellSleeps()),
        new NamedRule("decimals are compared by value", decimalsByValue()),
        new NamedRule("no cycles between packages", noCycles()),
        new NamedRule("no public static that changes", noPublicMutableStatic()),
        new NamedRule("no generic exceptions", noGenericExceptions()),
        new NamedRule("no names that say nothing", noEmptyNames()));
  }

  private ArchRule cycleKnowsCore() {
    return classes()
        .that()
        .resideInAPackage(root + ".cycle..")
        .should(dependOnlyOn("core, plain Java and JSpecify", this::isForTheCycle))
        .because("alerts and traces go through a port, and the sequence must run in a simulation");
  }

  private boolean isForTheCycle(JavaClass target) {
    return isInAny(
            target, List.of(root + ".core", root + ".cycle", "java", "org.jspecify.annotations"))
        && !isInAny(target, NOT_FOR_THE_CYCLE)
        && !target.getName().startsWith("java.lang.System$Logger");
  }

  private ArchRule portsAreInterfaces() {
    return classes()
        .that()
        .resideInAPackage(root + ".cycle")
        .and(Targets.classes("are ports", type -> PORTS.contains(type.getSimpleName())))
        .should()
        .beInterfaces();
  }

  private ArchRule noOutsideWorld() {
    return outsideTheShell("touch the outside world", OUTSIDE_WORLD);
  }

  private ArchRule onlyTheShellSleeps() {
    return outsideTheShell("sleep", member("java.lang.Thread", "sleep"));
  }

  private ArchRule outsideTheShell(String what, DescribedPredicate<JavaAccess<?>> access) {
    return classes()
        .that()
        .resideOutsideOfPackage(root + ".shell..")
        .should(never(accessTargetWhere(access).as("%s", what)));
  }

  private ArchRule decimalsByValue() {
    DescribedPredicate<JavaAccess<?>> fromDouble =
        DescribedPredicate.describe(
            "new BigDecimal(double)",
            access ->
                access.getTarget().getFullName().startsWith("java.math.BigDecimal.<init>(double")
                    && !access.getOriginOwner().getName().equals(root + NAMED_CROSSING));
    return classes()
        .that()
        .resideOutsideOfPackage(root + ".core.basics")
        .should(
            never(
                accessTargetWhere(member("java.math.BigDecimal", "equals").or(fromDouble))
                    .as("compare decimals with equals or make them from a double")))
        .because("1.0 does not equal 1.00, and new BigDecimal(0.1) is not 0.1");
  }

  private ArchRule noCycles() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  private ArchRule noPublicMutableStatic() {
    return fields().that().arePublic().and().areStatic().should().beFinal();
  }

  private ArchRule noGenericExceptions() {
    return classes().should(never(THROW_GENERIC_EXCEPTIONS));
  }

  private ArchRule noEmptyNames() {
    return classes().should().haveNameNotMatching(".*(Helper|Impl|Manager|Util|Utils)");
  }

  private static DescribedPredicate<JavaAccess<?>> parallelism() {
    return DescribedPredicate.describe(
        "a thread or a parallel stream",
        access -> {
          String name = access.getTarget().getName();
          String owner = access.getTargetOwner().getName();
          return name.equals("parallelStream")
              || (name.equals("parallel") && owner.startsWith("java.util.stream."))
              || (name.startsWith("parallel") && owner.equals("java.util.Arrays"))
              || (owner.equals("java.lang.Thread")
                  && Set.of("<init>", "startVirtualThread", "ofVirtual", "ofPlatform")
                      .contains(name))
              || owner.equals("java.util.concurrent.Executors");
        });
  }
}
