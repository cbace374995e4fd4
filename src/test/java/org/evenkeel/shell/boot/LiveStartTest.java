package org.evenkeel.shell.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.cli.KeysAnswer;
import org.junit.jupiter.api.Test;

class LiveStartTest {

  private static String refusal(Supplier<KeysAnswer> keys) {
    return refusal(List.of(), keys);
  }

  private static String refusal(List<String> authority, Supplier<KeysAnswer> keys) {
    CommandFailed refused = Graphs.refusedLive(authority, keys);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
    return String.valueOf(refused.getMessage());
  }

  @Test
  void a_live_start_says_what_is_wrong_with_its_key_and_is_refused_anyway() {
    assertThat(refusal(() -> new KeysAnswer(List.of(), List.of("the key may withdraw"), List.of())))
        .contains("the key may withdraw; and this version does not trade live");
    assertThat(refusal(() -> new KeysAnswer(List.of(), List.of(), List.of())))
        .startsWith("this version does not trade live");
    assertThat(
            refusal(
                () -> {
                  throw new CommandFailed(ExitCode.VENUE, "the key cannot be checked: silence");
                }))
        .startsWith("the key cannot be checked: silence; and");
  }
}
