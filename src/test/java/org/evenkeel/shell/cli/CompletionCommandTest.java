package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompletionCommandTest {

  private final CommandLineRig evenkeel = new CommandLineRig();

  @Test
  void every_command_and_every_command_below_one_is_completed() {
    assertThat(evenkeel.execute("completion")).isZero();

    evenkeel
        .root()
        .getSubcommands()
        .forEach(
            (name, command) -> {
              assertThat(evenkeel.out).contains("\"${COMP_WORDS[0]} " + name + "\"");
              command
                  .getSubcommands()
                  .keySet()
                  .forEach(
                      below ->
                          assertThat(evenkeel.out)
                              .contains("\"${COMP_WORDS[0]} " + name + " " + below + "\""));
            });
    assertThat(evenkeel.out).startsWith("#!/usr/bin/env bash").contains("complete -F");
  }
}
