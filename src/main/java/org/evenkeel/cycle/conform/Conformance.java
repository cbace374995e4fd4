package org.evenkeel.cycle.conform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.route.VenueCapabilities;

/**
 * A run of all checks at one venue, in a fixed order.
 *
 * <p>An answer that cannot be used fails its check and no other one.
 * What was sent is canceled and closed at the end of each instrument, whatever has failed before.
 * Single-threaded.
 */
public final class Conformance {

  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(1);

  private final Bench bench;
  private final VenueCapabilities claims;
  private final List<CheckedClaim> done = new ArrayList<>();
  private String subject;

  private Conformance(Bench bench) {
    this.bench = bench;
    this.claims = bench.venue().capabilities();
    this.subject = claims.venue().value();
  }

  /** Tries every claim; never throws for anything that the venue does. */
  public static List<CheckedClaim> run(Bench bench) {
    Conformance run = new Conformance(bench);
    ReadChecks reads = new ReadChecks(bench);
    run.check("clock", "the venue's clock can be read and does not go back", reads::clock);
    run.check("account", "account_layout: " + run.layout(), reads::account);
    int lane = 0;
    for (InstrumentId id : bench.instruments()) {
      run.instrument(id, reads, lane++);
    }
    return List.copyOf(run.done);
  }

  private String layout() {
    return claims.isUnified() ? "unified" : "split";
  }

  private void instrument(InstrumentId id, ReadChecks reads, int lane) {
    subject = id.value();
    check("listing", "tick, lot and smallest order are told", () -> reads.listing(id));
    check("book", "bid, ask and mark are told, and are fresh", () -> reads.book(id));
    check("bars", "hourly bars are told, the newest has closed", () -> reads.bars(id));
    check("funding", "announced and settled funding are told", () -> reads.funding(id));
    check("settings", "one-way, cross margin, leverage as asked for", () -> reads.settings(id));
    check("orders and executions", "both lists can be read", () -> reads.history(id));
    Result<TrialOrders> opened =
        bench
            .market()
            .specs(List.of(id))
            .then((List<InstrumentSpec> specs) -> TrialOrders.open(bench, specs.get(0), lane));
    switch (opened) {
      case Result.Ok<TrialOrders> ok -> trade(ok.value());
      case Result.Refused<TrialOrders> refused ->
          check(
              "orders",
              "an account without positions and orders",
              () -> Verdict.fail("no order was sent, " + refused.refusal()));
    }
  }

  private void trade(TrialOrders orders) {
    OrderChecks resting = new OrderChecks(bench, orders);
    FillChecks trading = new FillChecks(bench, orders);
    try {
      check("unknown id", "not_found_codes: " + claims.notFoundCodes(), resting::unknownId);
      check("expired order", "request_expiry: " + word(claims.requestExpiry()), resting::expired);
      check("order off the lot", "definitive_reject_codes", resting::offTheLot);
      check("order off the tick", "definitive_reject_codes", resting::offTheTick);
      check("order that rests", "post_only_orders: " + claims.postOnly(), resting::rests);
      check(
          "canceled order",
          "visibility_lag_ms: " + claims.visibilityLag().toMillis(),
          resting::canceled);
      check(
          "same id twice",
          "client_id_uniqueness: " + word(claims.uniqueness()),
          resting::duplicate);
      check("dead-man switch", "working orders end when we are silent", resting::deadMan);
      check(
          "immediate order",
          "order_shown_as: " + (claims.splitsOrders() ? "parts" : "whole"),
          trading::immediate);
      check("own orders meet", "the new order ends and the resting one stays", trading::selfMatch);
      check("reduce-only order", "it never opens a position", trading::reduceOnly);
    } finally {
      check("taken back", "nothing of the run is left", () -> takenBack(orders));
    }
  }

  private static Verdict takenBack(TrialOrders orders) {
    Optional<String> left = orders.takeBack();
    return left.map(Verdict::fail).orElseGet(() -> Verdict.pass("no order, nothing held"));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private void check(String name, String claim, Supplier<Verdict> trial) {
    Verdict verdict;
    // A real venue counts requests by the second.
    bench.clock().sleep(BETWEEN_CHECKS);
    try {
      verdict = trial.get();
    } catch (IllegalStateException | IllegalArgumentException e) {
      // A refusal where an answer was needed; its words are in the message.
      verdict = Verdict.fail(String.valueOf(e.getMessage()));
    }
    done.add(
        new CheckedClaim(
            done.size() + 1, subject, name, claim, verdict.outcome(), verdict.detail()));
  }
}
