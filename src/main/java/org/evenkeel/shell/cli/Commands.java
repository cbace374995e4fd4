package org.evenkeel.shell.cli;

import picocli.CommandLine;

/** The list of commands, in the order in which help shows them. */
final class Commands {

  private final Cli cli;

  private Commands(Cli cli) {
    this.cli = cli;
  }

  static void addTo(CommandLine root, Cli cli) {
    Commands commands = new Commands(cli);
    CommandGroups groups = new CommandGroups(root);
    groups.add("Run", commands::run);
    groups.add("See", commands::see);
    groups.add("Decide", commands::decide);
    groups.add("Act", commands::act);
    groups.add("Slow or stop", commands::stop);
    groups.add("Override and limit", commands::limit);
    groups.add("Two persons", commands::agree);
    groups.add("Books and money", commands::book);
    groups.add("Configuration", commands::configure);
    groups.add("Audit and operations", commands::keep);
    groups.add("Study", commands::study);
    groups.add("This program", commands::program);
    groups.showInHelp();
  }

  private void run(CommandLine root) {
    root.addSubcommand(new RunCommand(cli));
    root.addSubcommand(
        new CommandLine(new WatchCommand(cli)).addSubcommand(new WatchAcceptCommand(cli)));
    root.addSubcommand(new VenueSimCommand(cli));
  }

  private void see(CommandLine root) {
    root.addSubcommand(new StatusCommand(cli));
    root.addSubcommand(new DoctorCommand(cli));
    root.addSubcommand(new WeightsCommand(cli));
    root.addSubcommand(new RiskCommand(cli));
    root.addSubcommand(new PositionsCommand(cli));
    CommandLine orders = new CommandLine(new OrdersCommand(cli));
    orders.addSubcommand(new OrdersShowCommand(cli));
    orders.addSubcommand(new OrdersResolveCommand(cli));
    root.addSubcommand(orders);
    root.addSubcommand(new CostsCommand(cli));
    root.addSubcommand(new CommandLine(new CycleCommands(cli)));
    root.addSubcommand(new JobsCommand(cli));
    root.addSubcommand(new LogsCommand(cli));
    root.addSubcommand(new CommandLine(new AlertsCommand(cli)));
    root.addSubcommand(new CommandLine(new ReportCommands(cli)));
    root.addSubcommand(new AsOfCommand(cli));
  }

  private void decide(CommandLine root) {
    root.addSubcommand(new PlanCommand(cli));
    root.addSubcommand(new ApplyCommand(cli));
    root.addSubcommand(new ExplainCommand(cli));
    root.addSubcommand(new WhyNotCommand(cli));
    root.addSubcommand(new ReplayCommand(cli));
    root.addSubcommand(new CompareCommand(cli));
  }

  private void act(CommandLine root) {
    root.addSubcommand(new RunNowCommand(cli));
    root.addSubcommand(new RebalanceCommand(cli));
    root.addSubcommand(new SkipNextCommand(cli));
    root.addSubcommand(new RescheduleCommand(cli));
    ErrandCommand.addTo(root, cli);
    OrderHandCommands.addTo(root, cli);
  }

  private void stop(CommandLine root) {
    for (TradingStateCommand command : TradingStateCommand.all(cli)) {
      CommandLine line = new CommandLine(command);
      line.getCommandSpec().usageMessage().description(command.description());
      root.addSubcommand(command.name(), line);
    }
    root.addSubcommand(new DeleverCommand(cli));
    root.addSubcommand(new FlattenCommand(cli));
    KillCommands.addTo(root, cli);
    root.addSubcommand(new ResumeCommand(cli));
  }

  private void limit(CommandLine root) {
    OverrideCommands.addTo(root, cli);
    LockCommands.addTo(root, cli);
    LimitsCommands.addTo(root, cli);
    root.addSubcommand(new CommandLine(new CapitalCommands(cli)));
    StablecoinCommands.addTo(root, cli);
    VenueCommands.addTo(root, cli);
    UniverseCommand.addTo(root, cli);
  }

  private void agree(CommandLine root) {
    ApprovalCommands.addTo(root, cli);
    root.addSubcommand(new CommandLine(new IdentityCommands(cli)));
  }

  private void book(CommandLine root) {
    root.addSubcommand(new CommandLine(new FlowCommands(cli)));
    root.addSubcommand(new CommandLine(new BookCommands(cli)));
    root.addSubcommand(new TransferCommand(cli));
    root.addSubcommand(new CommandLine(new TransfersCommand(cli)));
  }

  private void configure(CommandLine root) {
    CommandLine config = new CommandLine(new ConfigCommands(cli));
    config.addSubcommand(new ConfigDiffCommand(cli));
    config.addSubcommand(new ConfigAcceptCommand(cli));
    root.addSubcommand(config);
    root.addSubcommand(new ModeCommand(cli));
    root.addSubcommand(new CommandLine(new KeysCommands(cli)));
  }

  private void keep(CommandLine root) {
    AuditCommands.addTo(root, cli);
    root.addSubcommand(new CommandLine(new IncidentCommands(cli)));
    root.addSubcommand(new SelfAssessCommand(cli));
    root.addSubcommand(new CommandLine(new BackupCommands(cli)));
    root.addSubcommand(new CommandLine(new LeaseCommands(cli)));
  }

  private void study(CommandLine root) {
    root.addSubcommand(new SolveCommand(cli));
    root.addSubcommand(new EstimateCommand(cli));
    root.addSubcommand(new StoryCommand(cli));
    root.addSubcommand(new BandsCommand(cli));
    root.addSubcommand(new SimulateCommand(cli));
  }

  private void program(CommandLine root) {
    root.addSubcommand(new CompletionCommand(cli));
    root.addSubcommand(new ManPageCommand(cli));
    root.addSubcommand(new VersionCommand(cli));
    root.addSubcommand(new CommandLine.HelpCommand());
  }
}
