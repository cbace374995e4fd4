package org.evenkeel.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.evenkeel.architecture.Targets.dependOnlyOn;
import static org.evenkeel.architecture.Targets.isInAny;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Rules of the independent watcher: a defect of the engine must not be one of the watcher. */
final class WatchRules {

  private static final DescribedPredicate<JavaAccess<?>> SENDING =
      DescribedPredicate.describe(
          "the sending of an order",
          access ->
              access.getTarget().getName().equals("send")
                  && access.getTargetOwner().getSimpleName().equals("Venue"));

  private final String root;

  WatchRules(String root) {
    this.root = root;
  }

  List<NamedRule> all() {
    return List.of(
        new NamedRule("the watcher has a code path of its own", ownPath()),
        new NamedRule("the watcher sends nothing", sendsNothing()));
  }

  private ArchRule ownPath() {
    return classes()
        .that()
        .resideInAnyPackage(watchers())
        .should(dependOnlyOn("facts of venues and contracts", this::isAllowed))
        .because("the engine's ledger, planner and gate may be what is wrong");
  }

  private ArchRule sendsNothing() {
    return classes()
        .that()
        .resideInAnyPackage(watchers())
        .should(never(accessTargetWhere(SENDING)))
        .because("what may read and cancel can not make anything worse");
  }

  private String[] watchers() {
    return new String[] {root + ".core.policy.watch..", root + ".cycle.watch.."};
  }

  private boolean isAllowed(JavaClass target) {
    List<String> packages =
        List.of(
            "java",
            "org.jspecify.annotations",
            root + ".core.basics",
            root + ".core.catalog",
            root + ".core.data",
            root + ".core.policy.watch",
            root + ".cycle.watch");
    List<String> classes =
        List.of(
            ".core.policy.TradingState",
            ".core.route.VenueCapabilities",
            ".core.route.VenueOrder",
            ".core.route.VenueOrder$Status",
            ".core.statement.WatchLook",
            ".cycle.Alerts",
            ".cycle.Clock",
            ".cycle.Clock$Hold",
            ".cycle.JournalUnavailable",
            ".cycle.MarketData",
            ".cycle.Venue");
    return isInAny(target, packages)
        || classes.stream().anyMatch(name -> target.getName().equals(root + name));
  }
}
