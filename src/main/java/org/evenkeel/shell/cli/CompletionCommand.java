package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the script by which a shell completes commands and options. */
@Command(
    name = "completion",
    description = "Print the completion of commands and options for bash and zsh, to be sourced.")
final class CompletionCommand implements Callable<Integer> {

  private final Cli cli;

  @Spec private CommandSpec spec = CommandSpec.create();

  CompletionCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    cli.out().print(AutoComplete.bash("evenkeel", spec.root().commandLine()));
    cli.out().flush();
    return ExitCode.DONE.code();
  }
}
