package org.evenkeel.shell.cli;

import java.nio.file.Path;
import java.util.List;
import org.evenkeel.shell.cli.print.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The persons who may order, and their keys. */
@Command(
    name = "identity",
    description = "Make a key for a person, or list the persons who may order.",
    synopsisSubcommandLabel = "COMMAND")
final class IdentityCommands {

  private final Cli cli;

  IdentityCommands(Cli cli) {
    this.cli = cli;
  }

  @Command(
      name = "create",
      description = "Make a private key and print the line for the file of identities.")
  int create(
      @Parameters(paramLabel = "NAME", description = "The person, in lower case.") String name,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              description = "viewer, operator, approver or admin.")
          String role,
      @Option(
              names = "--key-out",
              required = true,
              paramLabel = "FILE",
              description = "Where the private key goes; must not be there yet.")
          Path file) {
    cli.out().println(cli.operations().createIdentity(name, role, file));
    cli.out().flush();
    return ExitCode.DONE.code();
  }

  @Command(name = "list", description = "List the persons who may order.")
  int list() {
    List<IdentityRow> rows = cli.operations().identities(cli.config());
    cli.answer(rows, IdentityCommands::text);
    return ExitCode.DONE.code();
  }

  private static String text(List<IdentityRow> rows) {
    if (rows.isEmpty()) {
      return "no identities are configured; a person is whoever says so\n";
    }
    TextTable table = new TextTable("name", "role", "key");
    rows.forEach(row -> table.row(row.name(), row.role(), row.keyId()));
    return table.toString();
  }
}
