package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.settle.Bookkeeping;
import org.evenkeel.core.settle.FlowClass;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.settle.LedgerTransaction;
import org.evenkeel.core.statement.RequestRow;

/**
 * The requests about money for which two persons are needed: letting new money into sizing, and booking a difference.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class AccountingRequests {

  private static final String RELEASE = "flow-release";
  private static final String ADJUST = "ledger-adjust";

  private AccountingRequests() {}

  /** Who carries out that new money is let into sizing. */
  public static RequestHandler releases(Journal journal, Clock clock) {
    return new Release(journal, clock);
  }

  /** Who carries out that a difference is booked. */
  public static RequestHandler adjustments(Journal journal, Clock clock) {
    return new Adjust(journal, clock);
  }

  /** The request to say what money is that came in, and so to let it carry positions. */
  public static Request release(FlowEntry entry, FlowClass as) {
    return new Request(
        RELEASE,
        "flow " + entry.number() + " as " + as.name().toLowerCase(Locale.ROOT),
        entry.number() + " " + as + "\n" + entry.flow());
  }

  /** The request to book a difference in a wallet that no fact of the venue explains. */
  public static Request adjustment(Wallet wallet, Money amount) {
    String words = wallet + " " + amount.currency() + " " + amount.amount().toPlainString();
    return new Request(ADJUST, "adjust " + words, words);
  }

  private record Release(Journal journal, Clock clock) implements RequestHandler {

    @Override
    public String kind() {
      return RELEASE;
    }

    @Override
    public Result<Work> prepare(RequestRow row) {
      String[] words = row.request().payload().lines().findFirst().orElse("").split(" ", 2);
      long number = Long.parseLong(words[0]);
      FlowClass as = FlowClass.valueOf(words[1]);
      Optional<FlowEntry> entry =
          journal.accounting().flows().stream()
              .filter(flow -> flow.number() == number && flow.isOpen())
              .filter(flow -> release(flow, as).equals(row.request()))
              .findFirst();
      return entry.isEmpty()
          ? Result.refused(
              RefusalReason.APPROVAL,
              "flow " + number + " is explained already, or is not the one of the request")
          : Result.ok(
              () -> {
                journal
                    .accounting()
                    .classify(
                        number,
                        new FlowEntry.Classification(
                            as, row.author(), row.decidedBy(), row.reason(), clock.now()));
                return entry.get().flow().amount() + " may carry positions from now on";
              });
    }
  }

  private record Adjust(Journal journal, Clock clock) implements RequestHandler {

    @Override
    public String kind() {
      return ADJUST;
    }

    @Override
    public Result<Work> prepare(RequestRow row) {
      String[] words = row.request().payload().split(" ", 3);
      Money amount = new Money(new BigDecimal(words[2]), Currency.of(words[1]));
      LedgerTransaction booking =
          Bookkeeping.adjustment(
              "request/" + row.number(),
              new Wallet(words[0]),
              amount,
              clock.now(),
              row.persons(),
              row.reason());
      return Result.ok(
          () -> {
            journal.book(booking);
            return "booked " + amount + " in " + words[0];
          });
    }
  }
}
