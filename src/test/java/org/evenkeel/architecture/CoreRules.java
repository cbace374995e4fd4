package org.evenkeel.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.evenkeel.architecture.Targets.dependOnlyOn;
import static org.evenkeel.architecture.Targets.isIn;
import static org.evenkeel.architecture.Targets.member;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rules that keep the core a pure function of its inputs: the same inputs give the same plan, on any machine. */
final class CoreRules {

  private static final Set<String> ALLOWED_PACKAGES =
      Set.of(
          "java.lang",
          "java.math",
          "java.nio.charset",
          "java.util",
          "java.util.function",
          "java.util.regex",
          "java.util.stream",
          "org.jspecify.annotations");

  private static final Set<String> ALLOWED_CLASSES =
      Set.of("java.security.MessageDigest", "java.security.NoSuchAlgorithmException");

  private static final Set<String> FORBIDDEN_CLASSES =
      Set.of(
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.Runtime",
          "java.lang.Thread",
          "java.lang.ThreadLocal",
          "java.util.Calendar",
          "java.util.Date",
          "java.util.Random",
          "java.util.Timer");

  private static final DescribedPredicate<JavaAccess<?>> HASH_ORDER =
      member("java.util.HashMap", "<init>", "newHashMap")
          .or(member("java.util.HashSet", "<init>", "newHashSet"))
          .or(member("java.util.IdentityHashMap", "<init>"))
          .or(member("java.util.WeakHashMap", "<init>"))
          .or(member("java.util.Map", "of", "ofEntries", "copyOf"))
          .or(member("java.util.Set", "of", "copyOf"))
          .or(
              member(
                  "java.util.stream.Collectors",
                  "toSet",
                  "toUnmodifiableMap",
                  "toUnmodifiableSet"));

  private static final DescribedPredicate<JavaAccess<?>> DEFAULT_LOCALE =
      member("java.lang.String", "formatted")
          .or(
              member("java.lang.String", "format", "toLowerCase", "toUpperCase")
                  .and(DescribedPredicate.describe("without a Locale", CoreRules::hasNoLocale)));

  private final String root;

  CoreRules(String root) {
    this.root = root;
  }

  List<NamedRule> all() {
    List<NamedRule> rules = new ArrayList<>();
    rules.add(new NamedRule("a stage knows no later stage", stageOrder()));
    rules.add(new NamedRule("core uses only allowed packages", allowedPackages()));
    rules.add(new NamedRule("only estimate and parity use the matrix library", linearAlgebra()));
    rules.add(
        new NamedRule(
            "core never iterates in hash order", coreNever("use hash order", HASH_ORDER)));
    rules.add(
        new NamedRule(
            "core formats with a Locale", coreNever("use the default locale", DEFAULT_LOCALE)));
    rules.add(new NamedRule("core keeps no changing state", noChangingState()));
    rules.add(new NamedRule("core closes its class hierarchies", closedHierarchies()));
    rules.add(new NamedRule("core names say what a thing is", names()));
    rules.add(new NamedRule("money is never a binary float", exactNumbers()));
    return rules;
  }

  private ArchRule stageOrder() {
    return classes()
        .that()
        .resideInAnyPackage(core() + "..", root + ".cycle..")
        .should(dependOnlyOnEarlierStages())
        .because("the folder listing is the data flow");
  }

  private ArchCondition<JavaClass> dependOnlyOnEarlierStages() {
    return new ArchCondition<>("depend only on earlier stages") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
          if (rank(dependency.getTargetClass().getBaseComponentType()) > rank(origin)) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }

  /** The place of a class in the flow: its stage, then the cycle, then the shell; before all: libraries. */
  private int rank(JavaClass type) {
    for (int i = 0; i < Stages.STAGES.size(); i++) {
      if (isIn(type, core() + "." + Stages.STAGES.get(i))) {
        return i;
      }
    }
    if (isIn(type, root + ".shell")) {
      return Stages.STAGES.size() + 1;
    }
    return isIn(type, root + ".cycle") ? Stages.STAGES.size() : -1;
  }

  private ArchRule allowedPackages() {
    return classes()
        .that()
        .resideInAPackage(core() + "..")
        .should(dependOnlyOn("the allowed packages", this::isAllowed))
        .because("a new library must not sneak into the core");
  }

  /** The decompositions; only where doubles are allowed: see ops/decisions/0011-linear-algebra.md. */
  private ArchRule linearAlgebra() {
    return classes()
        .that()
        .resideInAPackage(core() + "..")
        .and()
        .resideOutsideOfPackages(core() + ".estimate..", core() + ".parity..")
        .should(dependOnlyOn("no linear algebra", target -> !isIn(target, "org.ejml")))
        .because("money is never a binary float");
  }

  private boolean isAllowed(JavaClass target) {
    return isIn(target, core())
        || isIn(target, "org.ejml")
        || isIn(target, "java.time")
        || isIn(target, "java.lang.annotation")
        || isIn(target, "java.lang.runtime")
        || ALLOWED_CLASSES.contains(target.getName())
        || (ALLOWED_PACKAGES.contains(target.getPackageName())
            && !FORBIDDEN_CLASSES.contains(target.getName()));
  }

  private ArchRule coreNever(String what, DescribedPredicate<JavaAccess<?>> access) {
    return classes()
        .that()
        .resideInAPackage(core() + "..")
        .should(never(accessTargetWhere(access).as("%s", what)))
        .because("a plan must not depend on the run, the machine or the JDK");
  }

  private ArchRule noChangingState() {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(core() + "..")
        .should()
        .beFinal();
  }

  private ArchRule closedHierarchies() {
    return classes()
        .that()
        .resideInAPackage(core() + "..")
        .and()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .areNotAnonymousClasses()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .because("a core type is a record, an enum, a final class or an interface");
  }

  private ArchRule names() {
    return classes()
        .that()
        .resideInAPackage(core() + "..")
        .should()
        .haveNameNotMatching(".*(Data|Handler|Helper|Impl|Info|Manager|Service|Util|Utils)");
  }

  private ArchRule exactNumbers() {
    String[] packages =
        Stages.EXACT_STAGES.stream().map(s -> core() + "." + s + "..").toArray(String[]::new);
    return classes().that().resideInAnyPackage(packages).should(new ExactSignatures());
  }

  private static boolean hasNoLocale(JavaAccess<?> access) {
    return !access.getTarget().getFullName().contains("(java.util.Locale");
  }

  private String core() {
    return root + ".core";
  }
}
