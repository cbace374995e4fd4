package org.evenkeel.shell.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Executes command lines against a {@link FakeOperations} and keeps what they print. */
final class CommandLineRig {

  final FakeOperations bot = new FakeOperations();
  String out = "";
  String err = "";

  /** All commands below a root that does nothing. */
  CommandLine root() {
    Cli cli =
        new Cli(
            bot,
            InstantSource.fixed(Instant.EPOCH),
            new PrintWriter(new StringWriter()),
            new GlobalOptions());
    CommandLine root = new CommandLine(CommandLine.Model.CommandSpec.create().name("evenkeel"));
    Commands.addTo(root, cli);
    return root;
  }

  /** Executes with the author 'ann', unless the words name another one, and returns the exit code. */
  int execute(String... words) {
    StringWriter outText = new StringWriter();
    StringWriter errText = new StringWriter();
    List<String> args = new ArrayList<>(List.of(words));
    if (!args.contains("--author")) {
      args.add("--author=ann");
    }
    int code =
        Evenkeel.execute(
            args.toArray(new String[0]),
            bot,
            InstantSource.fixed(Instant.parse("2026-11-05T12:00:00Z")),
            new PrintWriter(outText),
            new PrintWriter(errText));
    out = outText.toString();
    err = errText.toString();
    return code;
  }
}
