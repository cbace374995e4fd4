package org.evenkeel.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * From a class, no chain of dependencies inside our own packages ends at a forbidden class.
 *
 * <p>Whoever holds a sealed type may hold each type that it permits, so these belong to the chain as well.
 *
 * <p>A violation shows the shortest chain, which is what one needs to cut it.
 */
final class Unreachable extends ArchCondition<JavaClass> {

  private final String root;
  private final Predicate<String> forbidden;

  Unreachable(String what, String root, Predicate<String> forbidden) {
    super("reach no " + what);
    this.root = root;
    this.forbidden = forbidden;
  }

  @Override
  public void check(JavaClass start, ConditionEvents events) {
    Map<JavaClass, JavaClass> cameFrom = new LinkedHashMap<>();
    Deque<JavaClass> open = new ArrayDeque<>();
    open.add(start);
    cameFrom.put(start, start);
    while (!open.isEmpty()) {
      JavaClass here = open.remove();
      if (forbidden.test(here.getName())) {
        events.add(SimpleConditionEvent.violated(start, chain(here, cameFrom)));
        continue;
      }
      for (JavaClass next : after(here)) {
        if (Targets.isIn(next, root) && cameFrom.putIfAbsent(next, here) == null) {
          open.add(next);
        }
      }
    }
  }

  private List<JavaClass> after(JavaClass here) {
    List<JavaClass> next = new ArrayList<>();
    for (Dependency dependency : here.getDirectDependenciesFromSelf()) {
      next.add(dependency.getTargetClass().getBaseComponentType());
    }
    if (Targets.isIn(here, root) && here.reflect().isSealed()) {
      next.addAll(here.getSubclasses());
    }
    return next;
  }

  private static String chain(JavaClass end, Map<JavaClass, JavaClass> cameFrom) {
    StringBuilder chain = new StringBuilder(end.getName());
    for (JavaClass at = end; !cameFrom.get(at).equals(at); at = cameFrom.get(at)) {
      chain.insert(0, cameFrom.get(at).getName() + " -> ");
    }
    return chain.toString();
  }
}
