package org.evenkeel.cycle;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenkeel.core.basics.Result;

/** The dead-man switches of several venues, kept together: armed if one of them is. */
public final class DeadManSwitches implements DeadManSwitch {

  private final List<DeadManSwitch> switches;

  public DeadManSwitches(List<DeadManSwitch> switches) {
    this.switches = List.copyOf(switches);
  }

  @Override
  public String description() {
    return switches.stream().map(DeadManSwitch::description).collect(Collectors.joining("; "));
  }

  @Override
  public Result<Boolean> arm(Duration countdown) {
    return each(one -> one.arm(countdown));
  }

  @Override
  public Result<Boolean> disarm() {
    return each(DeadManSwitch::disarm);
  }

  /** All are tried, whatever becomes of the others; the first trouble is told. */
  private Result<Boolean> each(Function<DeadManSwitch, Result<Boolean>> what) {
    Result<Boolean> told = Result.ok(false);
    for (DeadManSwitch one : switches) {
      Result<Boolean> done = what.apply(one);
      if (!(told instanceof Result.Refused<Boolean>) && isNews(done)) {
        told = done;
      }
    }
    return told;
  }

  private static boolean isNews(Result<Boolean> done) {
    return switch (done) {
      case Result.Ok<Boolean> ok -> ok.value();
      case Result.Refused<Boolean> refused -> true;
    };
  }
}
