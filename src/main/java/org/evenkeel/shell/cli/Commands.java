package org.evenkeel.shell.cli;

import picocli.CommandLine;

/** The list of commands, in the order in which help shows them. */
final class Commands {

  private Commands() {}

  static void addTo(CommandLine root, Cli cli) {
    root.addSubcommand(new RunCommand(cli));
    root.addSubcommand(new StatusCommand(cli));
    root.addSubcommand(new WeightsCommand(cli));
    root.addSubcommand(new RiskCommand(cli));
    root.addSubcommand(new PositionsCommand(cli));
    CommandLine orders = new CommandLine(new OrdersCommand(cli));
    orders.addSubcommand(new OrdersShowCommand(cli));
    orders.addSubcommand(new OrdersResolveCommand(cli));
    root.addSubcommand(orders);
    root.addSubcommand(new CostsCommand(cli));
    root.addSubcommand(new CommandLine(new FlowCommands(cli)));
    root.addSubcommand(new TransferCommand(cli));
    root.addSubcommand(new CommandLine(new TransfersCommand(cli)));
    root.addSubcommand(new CommandLine(new CycleCommands(cli)));
    root.addSubcommand(new ReplayCommand(cli));
    root.addSubcommand(new ExplainCommand(cli));
    root.addSubcommand(new PlanCommand(cli));
    root.addSubcommand(new ApplyCommand(cli));
    root.addSubcommand(new CompareCommand(cli));
    root.addSubcommand(new WhyNotCommand(cli));
    root.addSubcommand(new SolveCommand(cli));
    root.addSubcommand(new EstimateCommand(cli));
    root.addSubcommand(new StoryCommand(cli));
    root.addSubcommand(new BandsCommand(cli));
    root.addSubcommand(new RunNowCommand(cli));
    root.addSubcommand(new RebalanceCommand(cli));
    root.addSubcommand(new SkipNextCommand(cli));
    root.addSubcommand(new RescheduleCommand(cli));
    ErrandCommand.addTo(root, cli);
    OrderHandCommands.addTo(root, cli);
    for (TradingStateCommand command : TradingStateCommand.all(cli)) {
      CommandLine line = new CommandLine(command);
      line.getCommandSpec().usageMessage().description(command.description());
      root.addSubcommand(command.name(), line);
    }
    root.addSubcommand(new ResumeCommand(cli));
    root.addSubcommand(new FlattenCommand(cli));
    root.addSubcommand(new DeleverCommand(cli));
    root.addSubcommand(new AsOfCommand(cli));
    root.addSubcommand(new UniverseCommand(cli));
    root.addSubcommand(new JobsCommand(cli));
    OverrideCommands.addTo(root, cli);
    LockCommands.addTo(root, cli);
    LimitsCommands.addTo(root, cli);
    ApprovalCommands.addTo(root, cli);
    AuditCommands.addTo(root, cli);
    root.addSubcommand(new CommandLine(new IdentityCommands(cli)));
    CommandLine config = new CommandLine(new ConfigCommands(cli));
    config.addSubcommand(new ConfigDiffCommand(cli));
    root.addSubcommand(config);
    root.addSubcommand(new CommandLine(new KeysCommands(cli)));
    root.addSubcommand(new DoctorCommand(cli));
    root.addSubcommand(new WatchCommand(cli));
    root.addSubcommand(new VenueSimCommand(cli));
    root.addSubcommand(new SimulateCommand(cli));
    root.addSubcommand(new CompletionCommand(cli));
    root.addSubcommand(new ManPageCommand(cli));
    root.addSubcommand(new VersionCommand(cli));
    root.addSubcommand(new CommandLine.HelpCommand());
  }
}
