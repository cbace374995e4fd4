package org.evenkeel.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;

/** What a class reaches out to, as predicates and conditions the rules are built from. */
final class Targets {

  private Targets() {}

  /** Whether a package is the given one or lies below it. */
  static boolean isIn(JavaClass type, String packageName) {
    String actual = type.getPackageName();
    return actual.equals(packageName) || actual.startsWith(packageName + ".");
  }

  /** Whether a class is in one of the packages or below one of them. */
  static boolean isInAny(JavaClass type, Iterable<String> packageNames) {
    for (String packageName : packageNames) {
      if (isIn(type, packageName)) {
        return true;
      }
    }
    return false;
  }

  static DescribedPredicate<JavaClass> classes(String description, Predicate<JavaClass> test) {
    return DescribedPredicate.describe(description, test);
  }

  /**
   * Matches by owner and name alone.
   *
   * <p>A match with parameter types would miss the other overloads: {@code Set.of} has twelve.
   */
  static DescribedPredicate<JavaAccess<?>> member(String owner, String... names) {
    Set<String> wanted = Set.of(names);
    return DescribedPredicate.describe(
        owner + "." + String.join("/", names),
        access ->
            access.getTargetOwner().getName().equals(owner)
                && wanted.contains(access.getTarget().getName()));
  }

  /** Every dependency must have a target (for an array: a component) the predicate accepts. */
  static ArchCondition<JavaClass> dependOnlyOn(String description, Predicate<JavaClass> allowed) {
    return forEachDependency("depend only on " + description, allowed);
  }

  /** No dependency may have a target (for an array: a component) the predicate accepts. */
  static ArchCondition<JavaClass> notDependOn(String description, Predicate<JavaClass> forbidden) {
    return forEachDependency("not depend on " + description, forbidden.negate());
  }

  private static ArchCondition<JavaClass> forEachDependency(
      String description, Predicate<JavaClass> allowed) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          if (!target.isPrimitive() && !allowed.test(target)) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }
}
