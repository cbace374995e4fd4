package org.evenkeel.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.evenkeel.core.route.Attempt;
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

  /** The right port but for one call, which is answered by its arguments. */
  static <T> T answering(Class<T> port, T right, String call, Function<Object[], Object> answer) {
    return with(
        port,
        right,
        (method, args) ->
            method.getName().equals(call) ? Optional.of(answer.apply(args)) : Optional.empty());
  }

  static Journal answering(Journal right, String call, Object answer) {
    return answering(Journal.class, right, call, args -> answer);
  }

  /** The right journal but for one call of its locks. */
  static Journal withLocks(Journal right, String call, Object answer) {
    return answering(right, "locks", answering(Locks.class, right.locks(), call, args -> answer));
  }

  /** The right journal, but orders are committed in another way. */
  static Journal committing(Journal right, BiConsumer<Attempt, Instant> commit) {
    return answering(
        Journal.class,
        right,
        "commitAttempt",
        args -> {
          commit.accept((Attempt) args[0], (Instant) args[1]);
          return true;
        });
  }

  /** The right journal, but another ticket is committed. */
  static Journal committingInstead(Journal right, UnaryOperator<OrderTicket> other) {
    return committing(
        right,
        (attempt, at) ->
            right.commitAttempt(
                Attempt.pending(attempt.intent(), attempt.number(), other.apply(attempt.ticket())),
                at));
  }

  static Venue sending(Venue right, Function<OrderTicket, SendOutcome> send) {
    return answering(Venue.class, right, "send", args -> send.apply((OrderTicket) args[0]));
  }

  /** The right venue, but another ticket is sent. */
  static Venue sendingInstead(Venue right, UnaryOperator<OrderTicket> other) {
    return sending(right, ticket -> right.send(other.apply(ticket)));
  }

  /** The right venue, but its answer to an order is taken for another. */
  static Venue hearing(Venue right, UnaryOperator<SendOutcome> heard) {
    return sending(right, ticket -> heard.apply(right.send(ticket)));
  }
}
