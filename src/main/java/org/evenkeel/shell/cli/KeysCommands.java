package org.evenkeel.shell.cli;

import java.util.Locale;
import org.evenkeel.cycle.KeyReport;
import picocli.CommandLine.Command;

/** What the venues say of our keys. */
@Command(
    name = "keys",
    description = "Check what the configured API keys may do.",
    synopsisSubcommandLabel = "COMMAND")
final class KeysCommands {

  private final Cli cli;

  KeysCommands(Cli cli) {
    this.cli = cli;
  }

  @Command(
      name = "check",
      description = {
        "Ask the venue what the key may do, and whose account it opens.",
        "Ends with 0 if live trading may be done with it, else with 3 and the reasons."
      })
  int check() {
    KeysAnswer answer = cli.operations().checkKeys(cli.config());
    cli.answer(answer, KeysCommands::text);
    return (answer.objections().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED).code();
  }

  private static String text(KeysAnswer answer) {
    StringBuilder text = new StringBuilder();
    answer.keys().forEach(key -> text.append(text(key)));
    answer.warnings().forEach(warning -> text.append("note: ").append(warning).append('\n'));
    answer.objections().forEach(why -> text.append("refused: ").append(why).append('\n'));
    if (answer.objections().isEmpty()) {
      text.append("the key is fit for trading\n");
    }
    return text.toString();
  }

  private static String text(KeyReport key) {
    return "venue         "
        + key.venue()
        + "\nenvironment   "
        + key.environment()
        + "\naccount       "
        + key.accountUid().orElse("not reported")
        + "\ntrade         "
        + word(key.trade())
        + "\nwithdraw      "
        + word(key.withdraw())
        + "\ntransfer out  "
        + word(key.transferOut())
        + "\naddress list  "
        + word(key.addressList())
        + "\nends          "
        + key.expiresAt()
            .map(end -> end + ", " + key.daysLeft().orElse(0L) + " days left")
            .orElse("never, or not reported")
        + "\n";
  }

  private static String word(KeyReport.Answer answer) {
    return answer.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
