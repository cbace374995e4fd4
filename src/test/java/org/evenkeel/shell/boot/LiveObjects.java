package org.evenkeel.shell.boot;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The classes of all objects that one object holds, over any number of steps, through libraries as well.
 *
 * <p>Fields of the Java library itself are closed to reflection; its containers are opened by their own methods.
 */
final class LiveObjects {

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();

  private LiveObjects() {}

  static Set<String> classesFrom(Object start) {
    LiveObjects walk = new LiveObjects();
    walk.meet(start);
    Set<String> classes = new TreeSet<>();
    while (!walk.open.isEmpty()) {
      Object here = walk.open.remove();
      classes.add(here.getClass().getName());
      walk.lookInto(here);
    }
    return classes;
  }

  private void meet(@Nullable Object object) {
    if (object != null && seen.add(object)) {
      open.add(object);
    }
  }

  private void lookInto(Object object) {
    if (Proxy.isProxyClass(object.getClass())) {
      meet(Proxy.getInvocationHandler(object));
    }
    switch (object) {
      case Map<?, ?> map ->
          map.forEach(
              (key, value) -> {
                meet(key);
                meet(value);
              });
      case java.util.Collection<?> items -> items.forEach(this::meet);
      case Optional<?> maybe -> maybe.ifPresent(this::meet);
      case AtomicReference<?> reference -> meet(reference.get());
      case Object[] array -> {
        for (int i = 0; i < array.length; i++) {
          meet(Array.get(array, i));
        }
      }
      default -> {}
    }
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          meet(value(field, object));
        }
      }
    }
  }

  private static @Nullable Object value(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (InaccessibleObjectException | IllegalAccessException e) {
      return null;
    }
  }
}
