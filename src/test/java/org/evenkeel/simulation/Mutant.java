package org.evenkeel.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.cycle.Accounting;
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
      return Wrong.with(
          Journal.class,
          journal,
          (call, args) -> {
            if (call.getName().equals("commitAttempt")) {
              Late.COMMITS
                  .get()
                  .add(() -> journal.commitAttempt((Attempt) args[0], (Instant) args[1]));
              return Optional.of(true);
            }
            return Optional.empty();
          });
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
      return Wrong.sending(
          venue,
          ticket -> {
            SendOutcome outcome = venue.send(ticket);
            return outcome instanceof SendOutcome.Unknown
                ? new SendOutcome.Rejected("-2019", "no answer")
                : outcome;
          });
    }
  },
  /** Takes the venue's code for 'I do not know' for a no. */
  AMBIGUOUS_IS_A_REJECT {
    @Override
    public Venue venue(Venue venue, Journal journal, VirtualClock clock) {
      return Wrong.sending(
          venue,
          ticket -> {
            SendOutcome outcome = venue.send(ticket);
            return outcome instanceof SendOutcome.Unknown unknown
                    && unknown.detail().contains("-1007")
                ? new SendOutcome.Rejected("-2019", "-1007")
                : outcome;
          });
    }
  },
  /** Takes an order that is not shown for one that has ended without effect. */
  NOT_FOUND_IS_THE_END {
    @Override
    public Venue venue(Venue venue, Journal journal, VirtualClock clock) {
      return Wrong.with(
          Venue.class,
          venue,
          (call, args) -> {
            if (!call.getName().equals("lookup")) {
              return Optional.empty();
            }
            Optional<Attempt> attempt =
                journal.attempt((org.evenkeel.core.basics.ClientOrderId) args[0]);
            Lookup lookup =
                venue.lookup(
                    (org.evenkeel.core.basics.ClientOrderId) args[0],
                    (org.evenkeel.core.basics.InstrumentId) args[1]);
            return Optional.of(
                lookup instanceof Lookup.NotVisible && attempt.isPresent()
                    ? new Lookup.Found(Forged.ended(attempt.get().ticket()))
                    : lookup);
          });
    }
  },
  /** Ends an order that the venue closed without waiting for its fills. */
  ENDS_BEFORE_THE_FILLS {
    @Override
    public Venue venue(Venue venue, Journal journal, VirtualClock clock) {
      return Wrong.sending(
          venue,
          ticket ->
              venue.send(ticket) instanceof SendOutcome.Accepted accepted
                  ? new SendOutcome.Accepted(Forged.emptied(accepted.order()))
                  : new SendOutcome.Unknown("no answer"));
    }
  },
  /** Computes the expiry when it signs, not when it commits. */
  EXPIRES_FROM_SIGNING {
    @Override
    public Venue venue(Venue venue, Journal journal, VirtualClock clock) {
      return Wrong.sending(
          venue,
          ticket ->
              venue.send(
                  new OrderTicket(
                      ticket.clientOrderId(),
                      ticket.instrument(),
                      ticket.side(),
                      ticket.orderQty(),
                      ticket.limitPrice(),
                      ticket.timeInForce(),
                      ticket.reduceOnly(),
                      clock.now(),
                      clock.now().plus(Duration.ofSeconds(5)))));
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
      return Wrong.with(
          Journal.class,
          journal,
          (call, args) ->
              call.getName().equals("accounting")
                  ? Optional.of(
                      Wrong.with(
                          Accounting.class,
                          journal.accounting(),
                          (asked, words) ->
                              asked.getName().equals("flows")
                                  ? Optional.of(List.of())
                                  : Optional.empty()))
                  : Optional.empty());
    }
  },
  /** Reads one page of executions and takes it for all of them. */
  READS_ONE_PAGE {
    @Override
    public Venue venue(Venue venue, Journal journal, VirtualClock clock) {
      return Wrong.with(
          Venue.class,
          venue,
          (call, args) ->
              call.getName().equals("fills")
                  ? Optional.of(
                      venue
                          .fills(
                              (org.evenkeel.core.basics.InstrumentId) args[0],
                              Optional.empty(),
                              (Instant) args[2])
                          .map(fills -> fills.subList(0, Math.min(2, fills.size()))))
                  : Optional.empty());
    }
  },
  /** Takes an order of which it has no number of the venue for one that was never sent. */
  NO_VENUE_ID_IS_UNSENT {
    @Override
    public Journal journal(Journal journal) {
      return Wrong.with(
          Journal.class,
          journal,
          (call, args) ->
              call.getName().equals("openAttempts")
                  ? Optional.of(
                      journal.openAttempts().stream()
                          .filter(attempt -> attempt.venueOrderId().isPresent())
                          .toList())
                  : Optional.empty());
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
      return Wrong.with(
          Journal.class,
          journal,
          (call, args) -> {
            if (!call.getName().equals("commitAttempt")) {
              return Optional.empty();
            }
            Attempt right = (Attempt) args[0];
            journal.commitAttempt(
                Attempt.pending(right.intent(), right.number(), Forged.flipped(right.ticket())),
                (Instant) args[1]);
            return Optional.of(true);
          });
    }

    @Override
    public Venue venue(Venue venue, Journal journal, VirtualClock clock) {
      return Wrong.sending(venue, ticket -> venue.send(Forged.flipped(ticket)));
    }
  },
  /** Takes a contract for a coin. */
  TAKES_CONTRACTS_FOR_COINS {
    @Override
    public MarketData market(MarketData market, VirtualClock clock) {
      return Wrong.with(
          MarketData.class,
          market,
          (call, args) ->
              call.getName().equals("specs")
                  ? Optional.of(
                      market
                          .specs(SimulatedUniverse.INSTRUMENTS)
                          .map(specs -> specs.stream().map(SimulatedUniverse::simplified).toList()))
                  : Optional.empty());
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
      return Wrong.with(
          Venue.class,
          venue,
          (call, args) -> {
            if (!call.getName().equals("account")) {
              return Optional.empty();
            }
            Result<AccountSnapshot> account = venue.account();
            if (account instanceof Result.Ok<AccountSnapshot> ok) {
              Seen.ACCOUNT.set(ok.value());
            }
            return Optional.of(account);
          });
    }
  },
  /** Trusts a price because it has just arrived, however old it is. */
  TRUSTS_OLD_QUOTES {
    @Override
    public MarketData market(MarketData market, VirtualClock clock) {
      return Wrong.with(
          MarketData.class,
          market,
          (call, args) ->
              call.getName().equals("quotes")
                  ? Optional.of(
                      market
                          .quotes(SimulatedUniverse.asked(args[0]))
                          .map(
                              quotes ->
                                  quotes.stream()
                                      .map(quote -> SimulatedUniverse.renewed(quote, clock.now()))
                                      .toList()))
                  : Optional.empty());
    }
  },
  /** Closes what its own books say is held, and lets the venue enlarge a position if that is wrong. */
  FLATTENS_FROM_THE_LEDGER {
    @Override
    public Journal journal(Journal journal) {
      return Wrong.with(
          Journal.class,
          journal,
          (call, args) -> {
            if (call.getName().equals("commitAttempt") && LedgerFlattener.isFlattening(journal)) {
              Attempt attempt = (Attempt) args[0];
              journal.commitAttempt(
                  Attempt.pending(
                      attempt.intent(),
                      attempt.number(),
                      LedgerFlattener.enlarging(attempt.ticket())),
                  (Instant) args[1]);
              return Optional.of(true);
            }
            return Optional.empty();
          });
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
                      LedgerFlattener.asAsked(
                          venue.send(LedgerFlattener.enlarging((OrderTicket) args[0]))));
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
  }
}
