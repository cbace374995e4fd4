package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.settle.TransferEntry;
import org.evenkeel.core.settle.TransferState;
import org.evenkeel.core.settle.WalletTransfer;

/**
 * Carries out the transfers that operators have asked for, between cycles.
 *
 * <p>Each is committed before its one request, which is never repeated.
 * One without a clear answer, a process that ended in between included, is found in the venue's history by route, amount
 * and time. For that to name one and no other, only one at a time is under way on a route.
 * The money itself is booked by the reading of flows, like any that moves.
 *
 * <p>All memory is in the journal, so a restart goes on where the last process ended. Single-threaded.
 */
public final class TransferDesk {

  /** By how much the venue's time of a transfer may lie before ours of the commit. */
  static final Duration CLOCK_MARGIN = Duration.ofSeconds(5);

  private final TransferRecords records;
  private final List<WalletTransfers> ways;
  private final Clock clock;
  private final Alerts alerts;

  public TransferDesk(
      TransferRecords records, List<WalletTransfers> ways, Clock clock, Alerts alerts) {
    this.records = records;
    this.ways = List.copyOf(ways);
    this.clock = clock;
    this.alerts = alerts;
  }

  /** From when on a flow can be that of a transfer. */
  static Instant since(TransferEntry entry) {
    return entry.sentAt().orElseThrow().minus(CLOCK_MARGIN);
  }

  /** Finds out what became of those under way, then sends those that wait for nothing. */
  public void attend() {
    if (ways.isEmpty()) {
      return;
    }
    List<TransferEntry> all = new ArrayList<>(records.transfers());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).state().isUnderWay()) {
        all.set(i, followed(all.get(i), all));
      }
    }
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).state() == TransferState.REQUESTED && hasFreeRoute(all.get(i), all)) {
        all.set(i, begun(all.get(i), all));
      }
    }
  }

  private static boolean hasFreeRoute(TransferEntry entry, List<TransferEntry> all) {
    return all.stream()
        .filter(other -> other.state().isUnderWay())
        .noneMatch(other -> other.transfer().isOnRouteOf(entry.transfer()));
  }

  private Optional<WalletTransfers> way(WalletTransfer transfer) {
    return ways.stream()
        .filter(way -> way.wallets().contains(transfer.from()))
        .filter(way -> way.wallets().contains(transfer.to()) || way.wallets().size() == 1)
        .findFirst();
  }

  private TransferEntry begun(TransferEntry entry, List<TransferEntry> all) {
    Optional<WalletTransfers> way = way(entry.transfer());
    Optional<Refusal> objection =
        entry.isLate()
            ? Optional.of(
                Refusal.of(
                    RefusalReason.APPROVAL, "it was asked for too long ago; ask for it again"))
            : way.map(one -> one.objection(entry.transfer()))
                .orElseGet(
                    () ->
                        Optional.of(
                            Refusal.of(
                                RefusalReason.INVALID_INPUT,
                                "no venue has both of these wallets")));
    if (objection.isEmpty()) {
      return sent(entry, way.orElseThrow(), all);
    }
    if (objection.get().reason() == RefusalReason.VENUE_UNAVAILABLE) {
      raise(entry, "waits, because the venue could not be asked: " + objection.get().detail());
      return entry;
    }
    return ended(entry, TransferState.REFUSED, "", objection.get().toString());
  }

  private TransferEntry sent(TransferEntry entry, WalletTransfers way, List<TransferEntry> all) {
    TransferEntry committed = records.advance(entry, TransferState.SENT, "", "", clock.now());
    return switch (way.send(entry.transfer())) {
      case WalletTransfers.Outcome.Rejected no ->
          ended(committed, TransferState.REFUSED, "", no.code() + ", " + no.text());
      case WalletTransfers.Outcome.Accepted yes ->
          followed(
              records.advance(committed, TransferState.ACCEPTED, yes.reference(), "", clock.now()),
              all);
      case WalletTransfers.Outcome.Unknown open ->
          followed(
              records.advance(committed, TransferState.UNKNOWN, "", open.detail(), clock.now()),
              all);
    };
  }

  /** The entry after a look at the venue's history; unchanged if that says nothing. */
  private TransferEntry followed(TransferEntry entry, List<TransferEntry> all) {
    Optional<WalletTransfers> way = way(entry.transfer());
    if (way.isEmpty()) {
      raise(entry, "cannot be followed up: its venue is not configured any more");
      return entry;
    }
    // Taken before the question: what is not shown by then did not appear in time.
    Instant now = clock.now();
    return switch (way.get().history(entry.transfer(), since(entry))) {
      case Result.Refused<List<WalletTransfers.Made>> refused -> {
        raise(entry, "is not known yet: " + refused.refusal().detail());
        yield entry;
      }
      case Result.Ok<List<WalletTransfers.Made>> history ->
          judged(entry, candidates(entry, history.value(), all), way.get(), now);
    };
  }

  /** What may be this transfer: its own name if that is there, else all of its amount that are no other's. */
  private static List<WalletTransfers.Made> candidates(
      TransferEntry entry, List<WalletTransfers.Made> history, List<TransferEntry> all) {
    List<WalletTransfers.Made> byName =
        history.stream().filter(made -> made.reference().equals(entry.venueReference())).toList();
    if (!byName.isEmpty()) {
      return byName;
    }
    return history.stream()
        .filter(made -> made.amount().equals(entry.transfer().amount()))
        .filter(made -> !made.at().isBefore(since(entry)))
        .filter(
            made ->
                all.stream()
                    .filter(other -> other.number() != entry.number())
                    .noneMatch(other -> other.venueReference().equals(made.reference())))
        .toList();
  }

  private TransferEntry judged(
      TransferEntry entry, List<WalletTransfers.Made> found, WalletTransfers way, Instant now) {
    if (found.size() > 1) {
      raise(
          entry,
          "may be any of "
              + found.stream().map(WalletTransfers.Made::reference).toList()
              + "; look at the venue and say 'evenkeel transfers give-up "
              + entry.number()
              + " --reason ...'");
      return entry;
    }
    if (found.size() == 1) {
      WalletTransfers.Made made = found.get(0);
      return switch (made.progress()) {
        case DONE -> ended(entry, TransferState.DONE, made.reference(), "at " + made.at());
        case FAILED -> ended(entry, TransferState.REFUSED, made.reference(), "failed at the venue");
        case PENDING -> {
          raise(entry, "is under way at the venue");
          yield entry;
        }
      };
    }
    boolean canStillAppear =
        entry.state() == TransferState.ACCEPTED
            || way.appearsWithin()
                .map(time -> !now.isAfter(entry.sentAt().orElseThrow().plus(time)))
                .orElse(true);
    if (canStillAppear) {
      raise(entry, "is not in the venue's history yet");
      return entry;
    }
    return ended(
        entry,
        TransferState.REFUSED,
        "",
        "it was sent and is not in the venue's history, where it could not appear any more");
  }

  private TransferEntry ended(
      TransferEntry entry, TransferState state, String reference, String detail) {
    TransferEntry after = records.advance(entry, state, reference, detail, clock.now());
    alerts.clear(subject(entry));
    alerts.note(
        "transfer",
        "transfer "
            + entry.number()
            + " of "
            + entry.transfer()
            + (state == TransferState.DONE ? " is done" : " did not take place: ")
            + (state == TransferState.DONE ? "" : detail));
    return after;
  }

  private void raise(TransferEntry entry, String what) {
    alerts.raise(
        subject(entry), "transfer " + entry.number() + " of " + entry.transfer() + " " + what);
  }

  private static String subject(TransferEntry entry) {
    return "transfer " + entry.number();
  }
}
