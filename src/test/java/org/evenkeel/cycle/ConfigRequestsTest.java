package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.statement.RequestRow;
import org.junit.jupiter.api.Test;

/** A configuration that two persons have agreed on, carried out by the bot. */
class ConfigRequestsTest {

  private final World world = World.early();
  private final ConfigControls configs = world.controls.configs();

  private RequestRow newest() {
    return world.requests.requests(true).get(0);
  }

  @Test
  void it_is_accepted_after_the_one_that_both_have_seen_and_after_no_other() {
    ContentHash first = configs.keep("a=1");
    ContentHash second = configs.keep("a=2");
    configs.accept(first, "ann", "the first");

    world.agreeOn(ConfigRequests.accept(second, Optional.of(second), List.of()));
    assertThat(newest().state()).isEqualTo(RequestRow.State.FAILED);
    assertThat(newest().outcome()).contains("it was to follow " + second);

    world.agreeOn(ConfigRequests.accept(second, Optional.of(first), List.of("a: 1 -> 2", "b")));
    assertThat(newest().outcome()).contains("is accepted; it counts from the next start on");
    assertThat(configs.accepted()).extracting(AcceptedConfig::hash).containsExactly(first, second);
  }

  @Test
  void what_names_no_configuration_or_one_that_nobody_has_kept_fails_with_the_reason() {
    world.agreeOn(ConfigRequests.accept(ContentHash.ofText("never"), Optional.empty(), List.of()));
    assertThat(newest().outcome()).contains("is not kept");
    world.agreeOn(new Request(ConfigRequests.KIND, "a configuration", "x after nothing"));
    assertThat(newest().outcome()).contains("names no configuration");
    assertThat(configs.accepted()).isEmpty();
  }
}
