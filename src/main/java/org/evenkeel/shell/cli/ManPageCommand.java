package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import org.evenkeel.shell.cli.print.ManPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the manual page, for 'man -l'. */
@Command(
    name = "man",
    description = "Print the manual page of all commands: './evenkeel man > evenkeel.1'.")
final class ManPageCommand implements Callable<Integer> {

  private final Cli cli;

  @Spec private CommandSpec spec = CommandSpec.create();

  ManPageCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    cli.out().print(ManPage.of(spec.root(), cli.operations().version()));
    cli.out().flush();
    return ExitCode.DONE.code();
  }
}
