package org.evenkeel.shell.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Prints the version. */
@Command(name = "version", description = "Print the version.")
final class VersionCommand implements Callable<Integer> {

  private final Cli cli;

  VersionCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    cli.answer(
        Map.of("version", cli.operations().version()),
        record -> "evenkeel " + cli.operations().version() + "\n");
    return ExitCode.DONE.code();
  }

  /** The same for '--version'. */
  static final class Provider implements IVersionProvider {

    private final Operations operations;

    Provider(Operations operations) {
      this.operations = operations;
    }

    @Override
    public String[] getVersion() {
      return new String[] {"evenkeel " + operations.version()};
    }
  }
}
