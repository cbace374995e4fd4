package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.junit.jupiter.api.Test;

/** The venue's dead-man switch: kept armed by the heartbeat, disarmed only by an orderly end. */
class DeadManTest {

  @Test
  void the_dead_man_switch_is_kept_armed_at_a_quarter_of_its_time_and_disarmed_at_the_end() {
    World world = new World();
    Tape tape = new Tape();
    world.deadMan = tape;
    world.restart();
    world.recover();
    world.daemon.onHeartbeat();
    assertThat(tape.calls).containsExactly("arm PT2M");
    world.clock.sleep(Duration.ofSeconds(15));
    world.daemon.onHeartbeat();
    assertThat(tape.calls).hasSize(1);
    world.clock.sleep(Duration.ofSeconds(10));
    world.daemon.onHeartbeat();
    assertThat(tape.calls).containsExactly("arm PT2M", "arm PT2M");
    world.daemon.stop();
    assertThat(tape.calls).containsExactly("arm PT2M", "arm PT2M", "disarm");
  }

  @Test
  void the_dead_man_switch_stays_armed_when_the_bot_is_not_in_order() {
    World world = new World();
    Tape tape = new Tape();
    world.deadMan = tape;
    world.restart();
    world.recover();
    world.daemon.onHeartbeat();
    world.journalCalls.setDown(true);
    world.daemon.onHeartbeat();
    world.daemon.stop();
    assertThat(tape.calls).containsExactly("arm PT2M");
  }

  @Test
  void a_dead_man_switch_that_cannot_be_armed_is_told() {
    World world = new World();
    Tape tape = new Tape();
    tape.works = false;
    world.deadMan = tape;
    world.restart();
    world.recover();
    world.daemon.onHeartbeat();
    assertThat(world.alerts.raised().get("dead-man")).contains("could not be armed");
  }

  /** A switch that writes down what it is told. */
  private static final class Tape implements DeadManSwitch {
    final List<String> calls = new ArrayList<>();
    boolean works = true;

    @Override
    public String description() {
      return "a tape";
    }

    @Override
    public Result<Boolean> arm(Duration countdown) {
      calls.add("arm " + countdown);
      return answer();
    }

    @Override
    public Result<Boolean> disarm() {
      calls.add("disarm");
      return answer();
    }

    private Result<Boolean> answer() {
      return works ? Result.ok(true) : Result.refused(RefusalReason.VENUE_UNAVAILABLE, "no answer");
    }
  }
}
