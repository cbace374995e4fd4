package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.VenueId;

/**
 * What a venue says of a key.
 *
 * <p>For example, Binance's key with withdrawals switched on and no list of addresses has two objections, and a bot with it
 * does not start in live mode. This class is immutable.
 *
 * @param environment what the key was shown to, such as 'api.binance.com fapi.binance.com' or 'simulated'
 * @param accountUid the venue's name of the account, if it tells one
 * @param trade whether it may place orders in everything that is traded
 * @param withdraw whether it may send money away from the venue
 * @param transferOut whether it may send money to another account at the venue
 * @param addressList whether it works from listed addresses only
 * @param expiresAt when it ends by itself, if it does
 * @param readAt our clock at the answer
 */
public record KeyReport(
    VenueId venue,
    String environment,
    Optional<String> accountUid,
    Answer trade,
    Answer withdraw,
    Answer transferOut,
    Answer addressList,
    Optional<Instant> expiresAt,
    Instant readAt) {

  /** When to make a new key, at the latest. */
  public static final Duration SHORTEST_LIFE = Duration.ofDays(14);

  /** What a venue says of one right. */
  public enum Answer {
    YES,
    NO,
    NOT_REPORTED;

    /** The venue's yes or no. */
    public static Answer of(boolean isSo) {
      return isSo ? YES : NO;
    }
  }

  /** Why nothing may be traded live with this key, each with what to do; empty if it is fit. */
  public List<String> objections() {
    List<String> objections = new ArrayList<>();
    if (withdraw == Answer.YES) {
      objections.add(
          "the key may withdraw; make one without that right at " + venue + " and delete this one");
    }
    if (transferOut == Answer.YES) {
      objections.add(
          "the key may transfer money to other accounts; switch that right off at " + venue);
    }
    if (addressList == Answer.NO) {
      objections.add(
          "the key works from every address; restrict it to this host's address at " + venue);
    }
    if (trade == Answer.NO) {
      objections.add("the key may not trade; switch spot and futures trading on at " + venue);
    }
    if (daysLeft().filter(days -> days <= 0).isPresent()) {
      objections.add("the key has expired; make a new one at " + venue);
    }
    return List.copyOf(objections);
  }

  /** What an operator should know although it forbids nothing. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    daysLeft()
        .filter(days -> days > 0 && days < SHORTEST_LIFE.toDays())
        .ifPresent(days -> warnings.add("the key ends in " + days + " days; make a new one"));
    if (unreported().isPresent()) {
      warnings.add("the venue does not report everything; look at the key's page at " + venue);
    }
    return List.copyOf(warnings);
  }

  /** Why a person must look at the key's page and say so before anything is traded live: what the venue does not tell. */
  public Optional<String> unreported() {
    List<String> silent = new ArrayList<>();
    addIf(silent, trade, "whether it may trade");
    addIf(silent, withdraw, "whether it may withdraw");
    addIf(silent, transferOut, "whether it may transfer money to other accounts");
    addIf(silent, addressList, "from which addresses it works");
    return silent.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "not reported by the venue: "
                + String.join(", ", silent)
                + "; look at the key's page at "
                + venue
                + " and then write venue.unreported_rights_checked: true");
  }

  private static void addIf(List<String> silent, Answer answer, String what) {
    if (answer == Answer.NOT_REPORTED) {
      silent.add(what);
    }
  }

  /** Whole days until the key ends, if it does; not above zero once it has. */
  public Optional<Long> daysLeft() {
    return daysLeft(readAt);
  }

  /** The same as of another time. */
  public Optional<Long> daysLeft(Instant at) {
    return expiresAt.map(
        end -> end.isAfter(at) ? Math.max(1, Duration.between(at, end).toDays()) : 0);
  }
}
