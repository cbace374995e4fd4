package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CompletionCommandTest {

  private final CommandLineRig evenkeel = new CommandLineRig();

  @Test
  void every_command_and_every_command_below_one_is_completed() {
    Cli cli =
        new Cli(
            evenkeel.bot,
            InstantSource.fixed(Instant.EPOCH),
            new PrintWriter(new StringWriter()),
            new GlobalOptions());
    CommandLine root = new CommandLine(CommandLine.Model.CommandSpec.create().name("evenkeel"));
    Commands.addTo(root, cli);

    assertThat(evenkeel.execute("completion")).isZero();

    root.getSubcommands()
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
