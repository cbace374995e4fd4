package org.evenkeel.core.basics;

import java.util.function.Function;

/**
 * A value, or the reason why there is none.
 *
 * <p>Bugs throw; expected failures are values of this type, so that no stage can overlook one.
 *
 * @param <T> the type of the value
 */
public sealed interface Result<T> permits Result.Ok, Result.Refused {

  /** The value is there. */
  record Ok<T>(T value) implements Result<T> {}

  /** There is no value, for the stated reason. */
  record Refused<T>(Refusal refusal) implements Result<T> {}

  static <T> Result<T> ok(T value) {
    return new Ok<>(value);
  }

  static <T> Result<T> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }

  static <T> Result<T> refused(RefusalReason reason, String detail) {
    return new Refused<>(Refusal.of(reason, detail));
  }

  /** The result of a further step, which runs only if there is a value. */
  default <R> Result<R> then(Function<T, Result<R>> step) {
    return switch (this) {
      case Ok<T> ok -> step.apply(ok.value());
      case Refused<T> refused -> new Refused<>(refused.refusal());
    };
  }

  /** The result with its value changed. */
  default <R> Result<R> map(Function<T, R> change) {
    return then(value -> new Ok<>(change.apply(value)));
  }

  /** The value, or an {@link IllegalStateException} that carries the refusal: for callers that have checked. */
  default T orThrow() {
    return switch (this) {
      case Ok<T> ok -> ok.value();
      case Refused<T> refused -> throw new IllegalStateException(refused.refusal().toString());
    };
  }
}
