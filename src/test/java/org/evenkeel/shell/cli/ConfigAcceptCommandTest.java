package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.cycle.AcceptedConfig;
import org.evenkeel.cycle.ConfigRequests;
import org.evenkeel.shell.cli.ConfigReview.Needs;
import org.evenkeel.shell.config.change.ConfigChange;
import org.junit.jupiter.api.Test;

class ConfigAcceptCommandTest {

  private static final ContentHash BASE = ContentHash.ofText("base");

  private final CommandLineRig evenkeel = new CommandLineRig();

  private int accept(Needs needs, boolean raises) {
    evenkeel.bot.review =
        new ConfigReview(
            ContentHash.ofText("wanted"),
            Optional.of(BASE),
            true,
            List.of(new ConfigChange("risk.max_gross_leverage_ratio", "2", "3", raises)),
            needs);
    return evenkeel.execute("config", "accept", "--reason", "as agreed");
  }

  @Test
  void what_raises_risk_waits_for_a_second_person_who_sees_what_differs() {
    assertThat(accept(Needs.TWO, true)).isEqualTo(ExitCode.NEEDS_APPROVAL.code());
    assertThat(evenkeel.out)
        .contains("risk.max_gross_leverage_ratio: 2 -> 3 raises risk", "config-accept");
    assertThat(evenkeel.bot.requests.requests(false))
        .singleElement()
        .satisfies(
            row -> {
              ContentHash config = ConfigRequests.config(row.request()).orElseThrow();
              assertThat(config).isEqualTo(evenkeel.bot.lastConfig.effective().canonical().hash());
              assertThat(ConfigRequests.isAbout(row.request(), config, Optional.of(BASE))).isTrue();
              assertThat(row.request().payload()).endsWith("2 -> 3 raises risk");
            });
    assertThat(evenkeel.bot.configs.accepted()).isEmpty();
  }

  @Test
  void what_raises_none_is_accepted_by_one_person() {
    assertThat(accept(Needs.ONE, false)).as(evenkeel.err).isZero();
    assertThat(evenkeel.bot.configs.accepted())
        .extracting(AcceptedConfig::author)
        .containsExactly("ann");
    assertThat(evenkeel.bot.requests.requests(true)).isEmpty();
  }

  @Test
  void what_is_accepted_is_not_accepted_again_and_a_reason_is_needed() {
    assertThat(accept(Needs.NOTHING, false)).isZero();
    assertThat(evenkeel.out).contains("accepted already");
    assertThat(evenkeel.bot.configs.accepted()).isEmpty();
    assertThat(evenkeel.execute("config", "accept")).isEqualTo(ExitCode.USAGE.code());
  }
}
