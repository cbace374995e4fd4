package org.evenkeel.shell.cli;

import picocli.CommandLine;

/** Makes the few objects that the command line library wants to make itself. */
final class CommandFactory implements CommandLine.IFactory {

  private final Operations operations;

  CommandFactory(Operations operations) {
    this.operations = operations;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == VersionCommand.Provider.class) {
      return type.cast(new VersionCommand.Provider(operations));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
