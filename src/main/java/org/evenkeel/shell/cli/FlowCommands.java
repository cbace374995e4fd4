package org.evenkeel.shell.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.settle.FlowClass;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.statement.Status;
import org.evenkeel.cycle.AccountingRequests;
import org.evenkeel.shell.cli.print.FlowsText;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Money that came to the account, left it or moved on it. */
@Command(
    name = "flows",
    description = "Show deposits, withdrawals and transfers, and say what they are.")
final class FlowCommands implements Callable<Integer> {

  private final Cli cli;

  FlowCommands(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return list();
  }

  @Command(name = "list", description = "List them, newest last; those to be explained are marked.")
  int list() {
    return cli.inSession(session -> cli.answer(session.records().flows(), FlowsText::of));
  }

  @Command(
      name = "classify",
      description = {
        "Say what a flow is.",
        "Money that came in carries positions from then on: that raises risk and waits for a second person."
      })
  int classify(
      @Parameters(paramLabel = "N", description = "Its number in 'flows'.") long number,
      @Option(
              names = "--as",
              required = true,
              paramLabel = "CLASS",
              description = "deposit, withdrawal, transfer, foreign-trade or airdrop.")
          String as,
      @Mixin ReasonOption reason) {
    AppConfig config = cli.config();
    FlowClass wanted = classOf(as);
    String why = reason.text();
    try (Session session = cli.operations().open(config)) {
      FlowEntry entry = find(session.records().flows(), number);
      if (entry.raisesRisk()) {
        throw ApprovalCommands.ask(cli, session, AccountingRequests.release(entry, wanted), why);
      }
      Status status = session.records().status();
      Change change =
          new Change(
              "flow " + number,
              "not explained",
              as,
              entry.flow().amount() + " has left; nothing is sized by it",
              cli.options().author,
              why);
      cli.carryOut(
          change,
          () -> {
            boolean isDone =
                session
                    .controls()
                    .classifyFlow(
                        number, wanted, change.author(), why, cli.botTime(config, status));
            if (!isDone) {
              throw refused("flow " + number + " is explained already");
            }
            return change;
          },
          done -> "recorded for " + done.author());
    }
    return ExitCode.DONE.code();
  }

  @Command(
      name = "adjust",
      description = {
        "Book a difference between ledger and venue that no fact explains.",
        "The venue's balance counts afterwards; it waits for a second person."
      })
  int adjust(
      @Option(
              names = "--wallet",
              required = true,
              paramLabel = "WALLET",
              description = "As the lock names it, such as FUTURES@binance.",
              converter = WalletName.class)
          Wallet wallet,
      @Option(
              names = "--amount",
              required = true,
              paramLabel = "AMOUNT",
              description = "What the ledger lacks; negative if it has too much.")
          BigDecimal amount,
      @Option(names = "--currency", required = true, paramLabel = "CODE", description = "Of it.")
          String currency,
      @Mixin ReasonOption reason) {
    String why = reason.text();
    if (amount.signum() == 0) {
      throw new CommandFailed(ExitCode.USAGE, "found --amount 0; there is nothing to book");
    }
    return cli.inSession(
        session -> {
          throw ApprovalCommands.ask(
              cli,
              session,
              AccountingRequests.adjustment(wallet, new Money(amount, Currency.of(currency))),
              why);
        });
  }

  /** Reads a wallet's name. */
  static final class WalletName implements CommandLine.ITypeConverter<Wallet> {
    @Override
    public Wallet convert(String text) {
      try {
        return new Wallet(text);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  private static FlowClass classOf(String text) {
    for (FlowClass known : FlowClass.values()) {
      if (FlowsText.name(known).equals(text)) {
        return known;
      }
    }
    throw new CommandFailed(
        ExitCode.USAGE,
        "found --as " + text + "; it is deposit, withdrawal, transfer, foreign-trade or airdrop");
  }

  private static FlowEntry find(List<FlowEntry> flows, long number) {
    FlowEntry entry =
        flows.stream()
            .filter(flow -> flow.number() == number)
            .findFirst()
            .orElseThrow(
                () -> refused("there is no flow " + number + "; look at 'evenkeel flows'"));
    if (!entry.isOpen()) {
      throw refused(
          entry.flow().isExternal()
              ? "flow " + number + " is explained already; look at 'evenkeel flows'"
              : "flow " + number + " stayed on the account and needs no explanation");
    }
    return entry;
  }

  private static CommandFailed refused(String what) {
    return new CommandFailed(ExitCode.REFUSED, "refused: " + what);
  }
}
