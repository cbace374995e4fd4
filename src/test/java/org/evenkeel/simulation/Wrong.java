package org.evenkeel.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.BiFunction;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.Locks;
import org.evenkeel.cycle.Venue;

/** How a wrapper around a port goes wrong: one call is answered otherwise, the rest is passed on. */
final class Wrong {

  private Wrong() {}

  static <T> T with(Class<T> port, T right, BiFunction<Method, Object[], Optional<Object>> wrong) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, call, args) -> {
              Optional<Object> answer = wrong.apply(call, args == null ? new Object[0] : args);
              if (answer.isPresent()) {
                return call.getReturnType() == void.class ? null : answer.get();
              }
              try {
                return call.invoke(right, args);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }

  static Journal answering(Journal right, String call, Object answer) {
    return with(
        Journal.class,
        right,
        (method, args) -> method.getName().equals(call) ? Optional.of(answer) : Optional.empty());
  }

  /** The right journal but for one call of its locks. */
  static Journal withLocks(Journal right, String call, Object answer) {
    Locks locks =
        with(
            Locks.class,
            right.locks(),
            (method, args) ->
                method.getName().equals(call) ? Optional.of(answer) : Optional.empty());
    return answering(right, "locks", locks);
  }

  static Venue sending(Venue right, java.util.function.Function<OrderTicket, SendOutcome> send) {
    return with(
        Venue.class,
        right,
        (method, args) ->
            method.getName().equals("send")
                ? Optional.of(send.apply((OrderTicket) args[0]))
                : Optional.empty());
  }
}
