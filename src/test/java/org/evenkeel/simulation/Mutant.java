package org.evenkeel.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.cycle.Accounting;
import org.evenkeel.cycle.DecisionInputs;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.Venue;
import org.evenkeel.shell.simulate.VirtualClock;
import org.evenkeel.shell.simulate.Wiring;

/** Mistakes that real bots make, each as a wrapper around a port of the right one. */
enum Mutant implements Wiring {
  /** Sends first and records afterwards: what dies in between was never decided. */
  SENDS_THEN_COMMITS {
    @Override
    public Journal journal(Journal journal) {
      Late.COMMITS.get().clear();
      return Wrong.committing(
          journal,
          (attempt, at) -> Late.COMMITS.get().add(() -> journal.commitAttempt(attempt, at)));
    }

    @Override
    public Venue venue(Venue venue, Journal journal, VirtualClock clock) {
      return Wrong.sending(
          venue,
          ticket -> {
            SendOutcome outcome = venue.send(ticket);
            Late.COMMITS.get().forEach(Runnable::run);
            Late.COMMITS.get().clear();
            return outcome;
          });
    }
  },
  /** Sends the same request again when no answer came. */
  RESENDS {
    @Override
    public Venue venue(Venue venue, Journal journal, VirtualClock clock) {
      return Wrong.sending(
          venue,
          ticket -> {
            SendOutcome outcome = venue.send(ticket);
            return outcome instanceof SendOutcome.Unknown ? venue.send(ticket) : outcome;
          });
    }
  },
  /** Takes an order without answer for one that was never sent. */
  NO_ANSWER_IS_A_REJECT {
    @Override
    public Venue venue(Venue venue, Journal journal, VirtualClock clock) {
      return Wrong.hearing(
          venue,
          outcome ->
              outcome instanceof SendOutcome.Unknown
                  ? new SendOutcome.Rejected("-2019", "no answer")
                  : outcome);
    }
  },
  /** Takes the venue's code for 'I do not know' for a no. */
  AMBIGUOUS_IS_A_REJECT {
    @Override
    public Venue venue(Venue venue, Journal journal, VirtualClock clock) {
      return Wrong.hearing(
          venue,
          outcome ->
              outcome instanceof SendOutcome.Unknown unknown && unknown.detail().contains("-1007")
                  ? new SendOutcome.Rejected("-2019", "-1007")
                  : outcome);
    }
  },
  /** Takes an order that is not shown for one that has ended without effect. */
  NOT_FOUND_IS_THE_END {
    @Override
    public Venue venue(Venue venue, Journal journal, VirtualClock clock) {
      return Wrong.answering(
          Venue.class,
          venue,
          "lookup",
          args -> {
            Optional<Attempt> attempt = journal.attempt((ClientOrderId) args[0]);
            Lookup lookup = venue.lookup((ClientOrderId) args[0], (InstrumentId) args[1]);
            return lookup instanceof Lookup.NotVisible && attempt.isPresent()
                ? new Lookup.Found(Forged.ended(attempt.get().ticket()))
                : lookup;
          });
    }
  },
  /** Ends an order that the venue closed without waiting for its fills. */
  ENDS_BEFORE_THE_FILLS {
    @Override
    public Venue venue(Venue venue, Journal journal, VirtualClock clock) {
      return Wrong.hearing(
          venue,
          outcome ->
              outcome instanceof SendOutcome.Accepted accepted
                  ? new SendOutcome.Accepted(Forged.emptied(accepted.order()))
                  : new SendOutcome.Unknown("no answer"));
    }
  },
  /** Computes the expiry when it signs, not when it commits. */
  EXPIRES_FROM_SIGNING {
    @Override
    public Venue venue(Venue venue, Journal journal, VirtualClock clock) {
      return Wrong.sendingInstead(venue, ticket -> Forged.signedAt(ticket, clock.now()));
    }
  },
  /** Believes that it may trade whatever the operator says. */
  IGNORES_THE_TRADING_STATE {
    @Override
    public Journal journal(Journal journal) {
      return Wrong.answering(journal, "tradingState", TradingState.ACTIVE);
    }
  },
  /** Trades on where something is locked. */
  IGNORES_LOCKS {
    @Override
    public Journal journal(Journal journal) {
      return Wrong.withLocks(journal, "open", List.of());
    }
  },
  /** Books what somebody else has traded and goes on as if nothing had happened. */
  EXTERNAL_FILL_DOES_NOT_LOCK {
    @Override
    public Journal journal(Journal journal) {
      return Wrong.withLocks(journal, "hold", true);
    }
  },
  /** Forgets at every step what is under way. */
  FORGETS_OPEN_ORDERS {
    @Override
    public Journal journal(Journal journal) {
      return Wrong.answering(journal, "openAttempts", List.of());
    }
  },
  /** Sizes positions by whatever lies on the account, explained or not. */
  USES_MONEY_BEFORE_IT_IS_EXPLAINED {
    @Override
    public Journal journal(Journal journal) {
      return Wrong.answering(
          Journal.class,
          journal,
          "accounting",
          args ->
              Wrong.answering(Accounting.class, journal.accounting(), "flows", asked -> List.of()));
    }
  },
  /** Reads one page of executions and takes it for all of them. */
  READS_ONE_PAGE {
    @Override
    public Venue venue(Venue venue, Journal journal, VirtualClock clock) {
      return Wrong.answering(
          Venue.class,
          venue,
          "fills",
          args ->
              venue
                  .fills((InstrumentId) args[0], Optional.empty(), (Instant) args[2])
                  .map(fills -> fills.subList(0, Math.min(2, fills.size()))));
    }
  },
  /** Takes an order of which it has no number of the venue for one that was never sent. */
  NO_VENUE_ID_IS_UNSENT {
    @Override
    public Journal journal(Journal journal) {
      return Wrong.answering(
          Journal.class,
          journal,
          "openAttempts",
          args ->
              journal.openAttempts().stream()
                  .filter(attempt -> attempt.venueOrderId().isPresent())
                  .toList());
    }
  },
  /** Knows its executions by the venue's id of the order that was told first, and by nothing else. */
  KNOWS_ONE_VENUE_ORDER {
    @Override
    public Venue venue(Venue venue, Journal journal, VirtualClock clock) {
      return Wrong.with(
          Venue.class,
          venue,
          (call, args) ->
              call.getName().equals("clientIdOf")
                  ? Optional.of(Result.ok(Optional.empty()))
                  : Optional.empty());
    }
  },
  /** Lets go what adds, and only then what reduces. */
  ADDS_BEFORE_REDUCES {
    @Override
    public Venue venue(Venue venue, Journal journal, VirtualClock clock) {
      Late.REDUCES.get().clear();
      return Wrong.sending(
          venue,
          ticket -> {
            boolean waits =
                ticket.reduceOnly() && journal.tradingState() != TradingState.FLATTENING;
            if (waits) {
              Late.REDUCES.get().add(ticket);
              return new SendOutcome.Rejected("-2019", "not yet");
            }
            SendOutcome outcome = venue.send(ticket);
            Late.REDUCES.get().forEach(venue::send);
            Late.REDUCES.get().clear();
            return outcome;
          });
    }
  },
  /** Keeps with its plan an account from which it was not made. */
  KEEPS_OTHER_INPUTS {
    @Override
    public Journal journal(Journal journal) {
      return Wrong.answering(
          Journal.class,
          journal,
          "keepInputs",
          args -> {
            journal.keepInputs(
                (CycleId) args[0], Forged.withoutPositions((DecisionInputs) args[1]));
            return true;
          });
    }
  },
  /** Writes on although another process leads. */
  IGNORES_THE_EPOCH {
    @Override
    public boolean isFenced() {
      return false;
    }
  },
  /** Takes the wrong side, on the wire and in its books alike. */
  FLIPS_THE_SIDE {
    @Override
    public Journal journal(Journal journal) {
      return Wrong.committingInstead(journal, Forged::flipped);
    }

    @Override
    public Venue venue(Venue venue, Journal journal, VirtualClock clock) {
      return Wrong.sendingInstead(venue, Forged::flipped);
    }
  },
  /** Takes a contract for a coin. */
  TAKES_CONTRACTS_FOR_COINS {
    @Override
    public MarketData market(MarketData market, VirtualClock clock) {
      return Wrong.answering(
          MarketData.class,
          market,
          "specs",
          args ->
              market
                  .specs(SimulatedUniverse.INSTRUMENTS)
                  .map(specs -> specs.stream().map(SimulatedUniverse::simplified).toList()));
    }
  },
  /** Takes an answer with nothing in it for an account with nothing in it, whatever its books say. */
  TAKES_EMPTY_FOR_FLAT {
    @Override
    public Journal journal(Journal journal) {
      return Wrong.with(
          Journal.class,
          journal,
          (call, args) ->
              call.getName().equals("ledger") && Seen.ACCOUNT.get() != null
                  ? Optional.of(Seen.believed(Seen.ACCOUNT.get()))
                  : Optional.empty());
    }

    @Override
    public Venue venue(Venue venue, Journal journal, VirtualClock clock) {
      return Wrong.answering(
          Venue.class,
          venue,
          "account",
          args -> {
            Result<AccountSnapshot> account = venue.account();
            if (account instanceof Result.Ok<AccountSnapshot> ok) {
              Seen.ACCOUNT.set(ok.value());
            }
            return account;
          });
    }
  },
  /** Trusts a price because it has just arrived, however old it is. */
  TRUSTS_OLD_QUOTES {
    @Override
    public MarketData market(MarketData market, VirtualClock clock) {
      return Wrong.answering(
          MarketData.class,
          market,
          "quotes",
          args ->
              market
                  .quotes(SimulatedUniverse.asked(args[0]))
                  .map(
                      quotes ->
                          quotes.stream()
                              .map(quote -> SimulatedUniverse.renewed(quote, clock.now()))
                              .toList()));
    }
  },
  /** Closes what its own books say is held, and lets the venue enlarge a position if that is wrong. */
  FLATTENS_FROM_THE_LEDGER {
    @Override
    public Journal journal(Journal journal) {
      return Wrong.committingInstead(
          journal,
          ticket -> LedgerFlattener.isFlattening(journal) ? Forged.enlarging(ticket) : ticket);
    }

    @Override
    public Venue venue(Venue venue, Journal journal, VirtualClock clock) {
      return Wrong.with(
          Venue.class,
          venue,
          (call, args) -> {
            if (!LedgerFlattener.isFlattening(journal)) {
              return Optional.empty();
            }
            return switch (call.getName()) {
              case "send" ->
                  Optional.of(
                      LedgerFlattener.asAsked(venue.send(Forged.enlarging((OrderTicket) args[0]))));
              case "account" ->
                  Optional.of(
                      venue.account().map(seen -> LedgerFlattener.remembered(seen, journal)));
              default -> Optional.empty();
            };
          });
    }
  };

  /** What a bot that records too late has still to record. */
  private static final class Late {
    static final ThreadLocal<List<Runnable>> COMMITS = ThreadLocal.withInitial(ArrayList::new);
    static final ThreadLocal<List<OrderTicket>> REDUCES = ThreadLocal.withInitial(ArrayList::new);
  }
}
